import type { Input } from '@/contract';
import { handDraft } from '../hand-draft';
import { noteOf } from '../note-of';
import { giveUp } from './outbox';

/** Lays what was said in a letter into the draft `name`, what was chosen into `name.chosen`, and takes the letter back. */
export function takeUp({ key, ...input }: Input<'ticket.move'>, name: string): void {
  const { text = '', photos = [], voices = [], ...chosen } = input;
  const files = { photos: photos.map((fileId) => ({ fileId, thumb: '' })), voices: voices.map(noteOf) };
  handDraft(name, { text, ...files }, () => false);
  handDraft(`${name}.chosen`, chosen, () => false);
  giveUp(key, true);
}
