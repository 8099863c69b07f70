import type { ReactNode } from 'react';
import { ask, say } from '@/src/platform';
import { ActionBar, Button, Sheet, Stack } from '@/src/ui';
import { EvidenceFields, type EvidenceFieldsProps, type EvidenceNeeds, useEvidence } from './evidence';
import type { Sent } from './send-move';
import type { Evidence } from './use-ticket';
import { EVIDENCE } from './words';

export interface MoveSheetProps extends EvidenceNeeds, Omit<EvidenceFieldsProps, 'form'> {
  open: boolean;
  title: string;
  /** The button: 补充, 退回. */
  send: string;
  busy: boolean;
  onClose: () => void;
  /** Not false when it went through or waits on this phone: the draft is then forgotten and the sheet closes. */
  onSend: (evidence: Evidence) => Promise<Sent>;
  /** What the `children` still lack, as one Chinese sentence; null when they are complete. */
  lacking?: string | null;
  /** Questions before the text: how it was reached, what came of it. */
  children?: ReactNode;
}

/** A sheet in which one move is made with what it needs. */
export function MoveSheet(props: MoveSheetProps) {
  // its state lives while it is open; the draft lives on
  return props.open ? <OpenSheet {...props} /> : null;
}

function OpenSheet(props: MoveSheetProps) {
  const { title, send, busy, onClose, onSend, lacking, children, ...rest } = props;
  const form = useEvidence(rest);
  const press = async () => {
    const missing = lacking ?? form.missing;
    if (missing) return say(missing);
    const { title: lost, words, yes } = EVIDENCE.without;
    if (form.photos.unfinished && !(await ask(lost, words, yes))) return;
    if (!(await onSend(form.evidence))) return;
    form.clear();
    onClose();
  };
  return (
    <Sheet
      open
      title={title}
      onClose={() => {
        form.save();
        onClose();
      }}
      bar={
        <ActionBar>
          <Button busy={busy} onPress={() => void press()}>
            {send}
          </Button>
        </ActionBar>
      }
    >
      <Stack gap={16}>
        {children}
        <EvidenceFields
          form={form}
          ask={rest.ask}
          hint={rest.hint}
          ready={rest.ready}
          placeholder={rest.placeholder}
        />
      </Stack>
    </Sheet>
  );
}
