import type { PlaceView } from '@/contract';
import type { Service } from '@/domain/catalogue/catalogue';
import { lackOf, type Said } from '@/domain/ticket/complete';
import { FILING } from './words';

export interface Filled extends Said {
  readonly place: PlaceView | null;
  readonly address: string;
}

/** The first thing still missing: its field and one Chinese sentence; null when it can be sent. The cloud asks the same. */
export function lack(service: Service, filled: Filled): { field: string; words: string } | null {
  const found = lackOf(service, filled);
  if (found) {
    const asked = service.questions.find(({ id }) => found.field === `answers.${id}`);
    return {
      field: found.field,
      words: asked ? FILING.missing.answer(asked.ask) : FILING.missing[found.code],
    };
  }
  if (!filled.place) return { field: 'scene', words: FILING.missing.place };
  return filled.address ? null : { field: 'address', words: FILING.missing.address };
}
