import type { FindingView } from '@/contract/desk';
import { Banner, Card, Chip, ListRow, type Tone } from '@/src/ui';
import { TABLE } from './words';

/** What the checker found, the worst first; one green sentence when there is nothing. */
export function Findings({ findings }: { findings: readonly FindingView[] }) {
  if (findings.length === 0)
    return (
      <Banner tone="ok" icon="check">
        {TABLE.sound}
      </Banner>
    );
  return (
    <Card flush>
      {findings.map((finding) => (
        <ListRow
          key={`${finding.title}${finding.where}`}
          title={finding.title}
          line={finding.where}
          aside={<Chip tone={toneOf(finding)}>{wordOf(finding)}</Chip>}
        />
      ))}
    </Card>
  );
}

function toneOf({ blocking, fault }: FindingView): Tone {
  if (blocking || fault === 'vacant') return 'late';
  return fault === 'expiring' ? 'today' : 'plain';
}

function wordOf({ blocking, fault }: FindingView): string {
  if (blocking) return TABLE.blocking;
  return fault === 'vacant' ? TABLE.vacant : TABLE.note;
}
