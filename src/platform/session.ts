/** Who is here. Asked once and remembered until something changes it. */
import type { Me } from '@/contract';
import { asOf, call } from './call';
import { offline } from './later';
import { type Loaded, useLoaded } from './loaded';
import { choosePersona } from './personas';
import { go, HOME } from './route';

let asked: Promise<Me> | null = null;
let known: Me | undefined;

/** The current person; a failed asking is not remembered, nor one without a network. */
export function session(): Promise<Me> {
  asked ??= call('session.open', {}).then(
    (me) => {
      // who one was at the last reading serves until the network is back
      if (asOf(me) !== undefined) asked = null;
      else known = me;
      return me;
    },
    (error: unknown) => {
      asked = null;
      throw error;
    },
  );
  return asked;
}

/** After an action that answers the person anew: profile.save, staff.bind. */
export function renewSession(me: Me): void {
  asked = Promise.resolve(me);
  known = me;
}

export function useSession(): Loaded<Me> {
  return useLoaded(session, [], () => known);
}

/** Plays another person of the demonstration, from the first page. */
export function become(persona: string | null, path: string = HOME): void {
  void offline()
    .then(({ memory }) => memory.forgetAnswers())
    .catch(() => undefined)
    .then(() => {
      choosePersona(persona);
      asked = null;
      known = undefined;
      go(path, {}, 'anew');
      return offline();
    })
    .then(
      ({ post }) => post.wake(),
      () => undefined,
    );
}
