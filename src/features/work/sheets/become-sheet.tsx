/** What is a wish of the heart and no matter for an office goes to the wall of wishes. */
import { KINDS, kindOfService } from '@/domain/wish/kinds';
import { MoveSheet } from '@/src/features/ticket';
import { call, useLoaded } from '@/src/platform';
import { Choice, Text } from '@/src/ui';
import { draftOf, type SheetProps } from './sheet-props';
import { useChosen } from './use-chosen';

const BECOME = {
  title: '转成微心愿',
  which: '是哪一类心愿？',
  ask: '为什么转？',
  hint: '居民会看到；审核后上心愿墙，由志愿者来认领',
  send: '转过去',
  lacking: '请选是哪一类心愿',
  served: (teams: string) => `${teams}办这类事，上墙后先问他们。`,
} as const;

const NO_KIND: { kind: string | null } = { kind: null };

export function BecomeSheet(props: SheetProps) {
  const name = draftOf('become', props);
  const { chosen, choose, clear } = useChosen(name, NO_KIND);
  const { which, lacking, ask, hint, title, send } = BECOME;
  const served = useServed(props.ticket.subject?.id);
  const kind = chosen.kind ?? served.kind;
  return (
    <MoveSheet
      open
      title={title}
      ask={ask}
      hint={hint}
      send={send}
      name={name}
      photos="off"
      busy={props.busy}
      lacking={kind ? null : lacking}
      onClose={props.onClose}
      onSend={async (evidence) => {
        if (!kind || !(await props.onSend('become', { ...evidence, kind }))) return false;
        clear();
        return true;
      }}
    >
      {served.teams && <Text tone="pine">{BECOME.served(served.teams)}</Text>}
      <Choice
        label={which}
        options={KINDS.map(({ id, name: label }) => ({ value: id, label }))}
        chosen={kind ? [kind] : []}
        onChange={([next = null]) => choose({ kind: next })}
      />
    </MoveSheet>
  );
}

/** As which kind volunteers do what was asked for on the menu, and which teams of the area do; nothing while unknown. */
function useServed(service: string | undefined): { kind: string | null; teams: string } {
  const { screen } = useLoaded(() => call('volunteer.choices', {}), []);
  if (!service || screen.state !== 'ready') return { kind: null, teams: '' };
  const teams = screen.data.teams.filter(({ services }) => services.includes(service));
  if (teams.length === 0) return { kind: null, teams: '' };
  return { kind: kindOfService(service)?.id ?? null, teams: teams.map(({ name }) => name).join('、') };
}
