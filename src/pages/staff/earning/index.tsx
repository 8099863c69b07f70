import { useState } from 'react';
import type { PointRulesView } from '@/contract/points';
import type { Ground, PointRule } from '@/domain/points/rules';
import { sayGain, sayReturns } from '@/domain/points/words';
import { STAFF, StaffPage } from '@/src/features/desk';
import { GroundSheet, ReturnsSheet, RuleSheet } from '@/src/features/points/rule-sheets';
import { RULES } from '@/src/features/points/rules-words';
import { freshId, type RulesOnScreen, usePointRules } from '@/src/features/points/use-rules';
import { ask } from '@/src/platform';
import { ActionBar, Button, Card, ListRow, Section, Text, WhenReady } from '@/src/ui';

type Open =
  | { readonly what: 'rule'; readonly one: PointRule | null }
  | { readonly what: 'ground'; readonly one: Ground | null }
  | { readonly what: 'returns' };

/** What earns points here, how small the returns are, what may be looked into. Leaders change it, all staff read it. */
export default function EarningPage() {
  const acts = usePointRules();
  const [open, show] = useState<Open | null>(null);
  const view = acts.screen.state === 'ready' ? acts.screen.data : null;
  return (
    <StaffPage
      here={STAFF.earning}
      back={{ words: RULES.back, to: STAFF.standing }}
      title={() => RULES.title}
      bar={
        view?.mayChange && (
          <ActionBar>
            <Button onPress={() => show({ what: 'rule', one: null })}>{RULES.add}</Button>
          </ActionBar>
        )
      }
    >
      {() => (
        <WhenReady screen={acts.screen}>
          {(shown) => (
            <>
              <Lists view={shown} onOpen={shown.mayChange ? show : null} />
              {open && <Editor open={open} view={shown} acts={acts} onClose={() => show(null)} />}
            </>
          )}
        </WhenReady>
      )}
    </StaffPage>
  );
}

function Lists({ view, onOpen }: { view: PointRulesView; onOpen: ((open: Open) => void) | null }) {
  const { rules, grounds, returns, changed } = view;
  const opens = (open: Open) => onOpen && (() => onOpen(open));
  return (
    <>
      <Section title={RULES.earn}>
        <Card flush>
          {rules.map((one) => (
            <ListRow
              key={one.id}
              title={one.words}
              line={sayGain(one)}
              onPress={opens({ what: 'rule', one }) ?? undefined}
            />
          ))}
        </Card>
      </Section>
      <Section title={RULES.returns}>
        <Card flush>
          <ListRow title={sayReturns(returns)} onPress={opens({ what: 'returns' }) ?? undefined} />
        </Card>
      </Section>
      <Section title={RULES.grounds}>
        <Card flush={grounds.length > 0 || onOpen !== null}>
          {grounds.length === 0 && !onOpen && <Text tone="soft">{RULES.noGrounds}</Text>}
          {grounds.map((one) => (
            <ListRow
              key={one.id}
              title={one.words}
              line={RULES.ground(one.points)}
              onPress={opens({ what: 'ground', one }) ?? undefined}
            />
          ))}
          {onOpen && (
            <ListRow
              icon="plus"
              title={RULES.addGround}
              onPress={() => onOpen({ what: 'ground', one: null })}
            />
          )}
        </Card>
      </Section>
      <Text kind="note">{changed || RULES.unchanged}</Text>
      <Text kind="note">{onOpen ? RULES.note : RULES.onlyLeaders}</Text>
    </>
  );
}

interface EditorProps {
  open: Open;
  view: PointRulesView;
  acts: RulesOnScreen;
  onClose: () => void;
}

function Editor({ open, view, acts: { doing, change }, onClose }: EditorProps) {
  const closing = (done: Promise<boolean>) => void done.then((closed) => closed && onClose());
  if (open.what === 'returns')
    return (
      <ReturnsSheet
        before={view.returns}
        busy={doing}
        onSave={(returns) => closing(change({ returns }))}
        onClose={onClose}
      />
    );
  if (open.what === 'rule') {
    const { rules } = view;
    return (
      <RuleSheet
        before={open.one}
        id={open.one?.id ?? freshId('rule', [...rules, ...view.grounds])}
        busy={doing}
        onSave={(one) => closing(change({ rules: put(rules, one) }))}
        onRemove={() => closing(removed(open.one, rules, (left) => change({ rules: left })))}
        onClose={onClose}
      />
    );
  }
  const { grounds } = view;
  return (
    <GroundSheet
      before={open.one}
      id={open.one?.id ?? freshId('ground', [...view.rules, ...grounds])}
      busy={doing}
      onSave={(one) => closing(change({ grounds: put(grounds, one) }))}
      onRemove={() => closing(removed(open.one, grounds, (left) => change({ grounds: left })))}
      onClose={onClose}
    />
  );
}

/** One in the place of what has its name, else after all. */
function put<T extends { readonly id: string }>(all: readonly T[], one: T): T[] {
  return all.some(({ id }) => id === one.id)
    ? all.map((each) => (each.id === one.id ? one : each))
    : [...all, one];
}

async function removed<T extends { readonly id: string; readonly words: string }>(
  one: T | null,
  all: readonly T[],
  save: (left: T[]) => Promise<boolean>,
): Promise<boolean> {
  if (!one || !(await ask(RULES.sure(one.words), RULES.sureLine, RULES.yes))) return false;
  return save(all.filter(({ id }) => id !== one.id));
}
