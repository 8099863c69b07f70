import { MoveSheet } from './move-sheet';
import type { MyMovesProps } from './my-moves';
import { draftOf } from './send-move';
import type { TicketOnScreen } from './use-ticket';
import { SAY, sayRework } from './words';

/** The sheet in which one of the spoken moves is made. */
export function MySheet({
  ticket,
  moves,
  doing,
  move,
}: MyMovesProps & Pick<TicketOnScreen, 'doing' | 'move'>) {
  const { speaking, speak } = moves;
  if (!speaking) return null;
  const { title = '', ask: question, hint, send } = SAY[speaking];
  return (
    <MoveSheet
      key={speaking}
      open
      name={draftOf(speaking, ticket)}
      needs={speaking === 'reopen' || speaking === 'object' ? 'text' : 'either'}
      photos={speaking === 'object' ? 'off' : 'optional'}
      spoken={speaking === 'answer' || speaking === 'note'}
      title={title}
      ask={speaking === 'answer' && ticket.question ? ticket.question : question}
      hint={speaking === 'reopen' ? `${sayRework(ticket.cycle)}，${hint}` : hint}
      send={send}
      busy={doing !== null}
      onClose={() => speak(null)}
      onSend={(evidence) => move(speaking, evidence)}
    />
  );
}
