import type { PlaceView } from '@/contract';
import type { Service } from '@/domain/catalogue/catalogue';
import { Refusal } from '@/domain/flow/refusal';
import { requireComplete, type Said } from '@/domain/ticket/filing';
import { FILING } from './words';

export interface Filled extends Said {
  readonly place: PlaceView | null;
  readonly address: string;
}

/** The first thing still missing: its field and one Chinese sentence; null when it can be sent. The cloud asks the same. */
export function lack(service: Service, filled: Filled): { field: string; words: string } | null {
  try {
    requireComplete(service, filled);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const field = String(error.details.field ?? '');
    const asked = service.questions.find(({ id }) => field === `answers.${id}`);
    return { field, words: asked ? FILING.missing.answer(asked.ask) : error.message };
  }
  if (!filled.place) return { field: 'scene', words: FILING.missing.place };
  return filled.address ? null : { field: 'address', words: FILING.missing.address };
}
