/** What is a wish of the heart and no matter for an office goes to the wall of wishes. */
import { KINDS } from '@/domain/wish/kinds';
import { MoveSheet } from '@/src/features/ticket';
import { Choice } from '@/src/ui';
import { draftOf, type SheetProps } from './sheet-props';
import { useChosen } from './use-chosen';

const BECOME = {
  title: '转成微心愿',
  which: '是哪一类心愿？',
  ask: '为什么转？',
  hint: '居民会看到；审核后上心愿墙，由志愿者来认领',
  send: '转过去',
  lacking: '请选是哪一类心愿',
} as const;

const NO_KIND: { kind: string | null } = { kind: null };

export function BecomeSheet(props: SheetProps) {
  const name = draftOf('become', props);
  const { chosen, choose, clear } = useChosen(name, NO_KIND);
  const { which, lacking, ...words } = BECOME;
  const { kind } = chosen;
  return (
    <MoveSheet
      open
      {...words}
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
      <Choice
        label={which}
        options={KINDS.map(({ id, name: label }) => ({ value: id, label }))}
        chosen={kind ? [kind] : []}
        onChange={([next = null]) => choose({ kind: next })}
      />
    </MoveSheet>
  );
}
