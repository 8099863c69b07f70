/**
 * Who is told of a wish that has just come onto the wall: those whose skill, place and time fit, a few at most, in turn,
 * and each once a day. Nobody is ranked: whoever was told longest ago is asked first, as on a rota.
 */
import type { Volunteering } from '../flow/actor';
import { match, type Need } from './match';

/** So many are told of one wish: enough that somebody takes it, few enough that nobody is pestered. */
export const TOLD_MAX = 8;

/** A volunteer, and when they were last told of something (ms); null for never. */
export interface Listener {
  readonly id: string;
  readonly offer: Pick<Volunteering, 'skills' | 'places' | 'times' | 'teams' | 'quiet' | 'under16'>;
  readonly toldAt: number | null;
}

export interface Told {
  /** They get a notice of it. */
  readonly fresh: readonly Listener[];
  /** They had one today: it says then that there are several. */
  readonly again: readonly Listener[];
}

/**
 * Chooses from `listeners`, who stand in the order in which they were last told. `today` is the first moment (ms) of the
 * day. Leaves out who wants no news, who may not claim, and `except`: who posted it, who has had it.
 */
export function whoIsTold(
  need: Need,
  listeners: readonly Listener[],
  { today, except }: { readonly today: number; readonly except: readonly string[] },
): Told {
  const fits = listeners.filter(
    ({ id, offer }) => !offer.quiet && !offer.under16 && !except.includes(id) && match(offer, need).fits,
  );
  const had = ({ toldAt }: Listener) => toldAt !== null && toldAt >= today;
  const fresh = ownFirst(
    need,
    fits.filter((one) => !had(one)),
  ).slice(0, TOLD_MAX);
  const again = ownFirst(need, fits.filter(had)).slice(0, TOLD_MAX - fresh.length);
  return { fresh, again };
}

/** Those whose team it falls to, then those who named the place, then those who named none; otherwise in their order. */
function ownFirst(need: Need, listeners: readonly Listener[]): Listener[] {
  const weight = ({ offer }: Listener) => {
    const { team, near } = match(offer, need);
    return (team ? 4 : 0) + near;
  };
  return [...listeners].sort((a, b) => weight(b) - weight(a));
}
