import { useState } from 'react';
import type { RuleView } from '@/contract/desk';
import { STAFF, StaffPage } from '@/src/features/desk';
import { Findings, RuleList, RuleSheet, Suggested, TABLE, useTable } from '@/src/features/responsibility';
import { Section, WhenReady } from '@/src/ui';

/** The table of responsibility: what the checker found, every rule by office, and one of them to change. */
export default function ResponsibilityPage() {
  const acts = useTable();
  const [open, show] = useState<RuleView | null>(null);
  return (
    <StaffPage
      here={STAFF.responsibility}
      back={{ words: TABLE.back, to: STAFF.me }}
      title={() => TABLE.title}
    >
      {() => (
        <WhenReady screen={acts.screen}>
          {(table) => (
            <>
              <Section title={TABLE.found}>
                <Findings findings={table.findings} />
              </Section>
              <Suggested table={table} acts={acts} />
              <RuleList table={table} onOpen={show} />
              {open && <RuleSheet table={table} rule={open} acts={acts} onClose={() => show(null)} />}
            </>
          )}
        </WhenReady>
      )}
    </StaffPage>
  );
}
