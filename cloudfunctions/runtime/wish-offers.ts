/**
 * A wish that has just come onto the wall is told to volunteers whom it suits. Made by the jobs before the wish's own
 * promises count as kept, so a crash loses nothing; made twice it may ask a few more people, and nobody twice, as a
 * person's notice of a day has one id. Calls: 1 for each wish that is told to nobody, 3 usually, one more for the teams of a wish that has some, and one more for each who had a notice today.
 */
import { dayName, dayNumber, dayStart } from '@/domain/time/day';
import { type Told, whoIsTold } from '@/domain/volunteer/offers';
import { kindOf } from '@/domain/wish/kinds';
import type { Wish } from '@/domain/wish/wish';
import { command, db } from './cloud';
import { digest } from './digest';
import { type Notice, putNotices } from './notices';
import { rememberOffered, volunteersInTurn } from './people';

/** Tells volunteers of a wish that nobody has, if it has just come onto the wall or back to it; else does nothing. */
export async function offerAround(wish: Wish, now: number): Promise<void> {
  const comes = wish.outbox.some(({ kind }) => kind === 'wish-open' || kind === 'wish-back');
  if (!comes || wish.state !== 'open') return;
  const skills = kindOf(wish.kind.id)?.skills ?? [];
  const teams = (wish.teams ?? []).map(({ id }) => id);
  const members = teams.length > 0 ? await volunteersInTurn(wish.area, { teams }) : [];
  const able = await volunteersInTurn(wish.area, { skills });
  const all = new Map([...members, ...able].map((person) => [person._id, person]));
  const listeners = [...all.values()].flatMap(({ _id, volunteer, offeredAt }) =>
    volunteer ? [{ id: _id, offer: volunteer, toldAt: offeredAt ?? null }] : [],
  );
  const had = wish.history.map(({ by }) => by.id);
  const told = whoIsTold({ skills, teams, path: wish.orgPath }, listeners, {
    today: dayStart(dayNumber(now)),
    except: [wish.poster.id, ...wish.lapsed, ...had],
  });
  await tellFresh(wish, told.fresh, now);
  await tellAgain(wish, told.again, now);
}

const idOf = (person: string, now: number): string => `n${digest('wish-fit', person, dayName(now))}`;

async function tellFresh(wish: Wish, fresh: Told['fresh'], now: number): Promise<void> {
  if (fresh.length === 0) return;
  const about = { id: wish._id, no: wish.no, service: wish.kind.name };
  await putNotices(fresh.map(({ id }) => ({ _id: idOf(id, now), to: id, at: now, kind: 'wish-fit', about })));
  await rememberOffered(
    fresh.map(({ id }) => id),
    now,
  );
}

/** Their notice of today says then how many there are, and leads to the wall. */
async function tellAgain(wish: Wish, again: Told['again'], now: number): Promise<void> {
  if (again.length === 0) return;
  const { data } = await db
    .collection('notices')
    .where({ _id: command.in(again.map(({ id }) => idOf(id, now))) })
    .limit(again.length)
    .get();
  for (const notice of data as Notice[]) {
    const { about } = notice;
    if (about.id === wish._id || about.last === wish._id) continue;
    const count = notice.kind === 'wish-fits' ? Number(about.service) + 1 : 2;
    // Whoever counted meanwhile has told them as well: one more or less is no matter, a lost notice would be.
    await db
      .collection('notices')
      .where({ _id: notice._id, 'about.service': about.service })
      .update({
        kind: 'wish-fits',
        about: command.set({ id: '', no: '', service: String(count), last: wish._id }),
      });
  }
}
