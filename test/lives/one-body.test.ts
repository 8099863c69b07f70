/**
 * One body in every pair of roles: somebody with two phones, a work identity and every post goes through random lives of
 * each mechanism beside honest others. Who did what is written down by the test itself, as bodies and not as ids, so that
 * no rule is asked whether it was kept: nobody approves, confirms, counts, certifies or judges their own.
 */
import * as fc from 'fast-check';
import { type Actor, CLOCK } from '@/domain/flow/actor';
import type { Case } from '@/domain/flow/flow';
import { Refusal } from '@/domain/flow/refusal';
import { ballotBar, HONOUR, honourFlow, openHonour } from '@/domain/honour/honour';
import type { PostKind } from '@/domain/org/org';
import { CONDUCT, conductFlow, openConduct } from '@/domain/points/conduct';
import { openReturn, RETURNS, returnFlow } from '@/domain/points/returns';
import { participationFlow } from '@/domain/record/flow';
import { PARTICIPATION } from '@/domain/record/lifecycle';
import { DAY, HOUR } from '@/domain/time/day';
import { wishFlow } from '@/domain/wish/flow';
import { LIFECYCLE } from '@/domain/wish/lifecycle';
import { activityIn, an, decideActivity, drafted, ENDS, partOf, STARTS } from '@/test/builders/activity';
import { START } from '@/test/builders/ticket';
import { AREA, lin, qian, shu, sun } from '@/test/builders/town';
import { EVIDENCE, fang, posted } from '@/test/builders/wish';

const LIVES = Number(process.env.LIVES ?? 300);
const KINDS: readonly PostKind[] = ['grid-worker', 'office', 'dispatcher', 'leader'];
const offers = { since: 0, skills: [], places: [AREA], teams: [], area: AREA, no: 'V0000BODY' };
const staff = {
  id: 's_body',
  area: AREA,
  phone: '17000009000',
  leads: ['grid-v01'],
  posts: KINDS.map((kind) => ({ id: kind, kind, name: kind, unit: 'x', path: AREA, holders: [] })),
};
/** The same human being: with the phone of today, with the one of before, and before the post was bound. */
const today: Actor = { id: 'u_new', name: '卞身', staff, volunteer: offers, selves: ['u_old'] };
const before: Actor = {
  id: 'u_old',
  name: '小卞',
  staff: null,
  volunteer: offers,
  selves: ['s_body', 'u_new'],
};
const atWork: Actor = { ...before, staff };
const BODIES: ReadonlyMap<Actor, string> = new Map([
  [today, 'body'],
  [before, 'body'],
  [atWork, 'body'],
]);
const bodyOf = (actor: Actor): string => BODIES.get(actor) ?? actor.id;
const PEOPLE: readonly Actor[] = [
  today,
  today,
  before,
  atWork,
  qian,
  shu,
  sun,
  lin,
  { ...fang, id: 'u_fang' },
];

/** What was done, by which body. */
interface Done {
  readonly move: string;
  readonly by: string;
  readonly about: string;
}
type Parties = (done: readonly Done[]) => readonly string[];
const last = (done: readonly Done[], move: string): string[] =>
  done
    .filter((one) => one.move === move)
    .slice(-1)
    .map(({ by }) => by);
const all = (done: readonly Done[], move: string): string[] =>
  done.filter((one) => one.move === move).map(({ by }) => by);

/** One mechanism: how a case of it is opened by somebody, and whose own each judging move may not be. */
interface Mechanism {
  open(by: Actor): { readonly subject: Case; readonly done: readonly Done[] };
  readonly moves: readonly string[];
  attempt(subject: Case, move: string, actor: Actor, now: number, pick: number): Case;
  readonly judges: Readonly<Record<string, (about: string) => Parties>>;
  about?(subject: Case, pick: number): string;
  /** Moves after which little happens: tried less often. */
  readonly sideDoors: readonly string[];
  /** Who may open a case of it; everybody without it. */
  readonly openers?: readonly Actor[];
}

const WISH: Mechanism = {
  open: (by) => ({ subject: posted({ poster: by }), done: [{ move: 'post', by: bodyOf(by), about: '' }] }),
  moves: Object.keys(LIFECYCLE),
  attempt: (subject, move, actor, now) =>
    wishFlow.decide(subject as ReturnType<typeof posted>, {
      phone: '17000000001',
      text: '好了',
      ...EVIDENCE[move as keyof typeof EVIDENCE],
      move,
      actor,
      now,
    }).next,
  judges: {
    approve: () => (done) => last(done, 'post'),
    refuse: () => (done) => last(done, 'post'),
    claim: () => (done) => last(done, 'post'),
    confirm: () => (done) => last(done, 'claim'),
    missed: () => (done) => last(done, 'claim'),
    thank: () => (done) => last(done, 'claim'),
  },
  sideDoors: ['refuse', 'withdraw', 'turn', 'lapse', 'release', 'giveBack', 'remind'],
};

const PART: Mechanism = {
  open(by) {
    const activity = decideActivity(drafted({ capacity: 5 }), 'publish', qian, STARTS - 2 * DAY);
    const seated = decideActivity(activity, 'join', by, STARTS - DAY);
    return { subject: partOf(seated, by, STARTS - DAY), done: [{ move: 'join', by: bodyOf(by), about: '' }] };
  },
  moves: Object.keys(PARTICIPATION).filter((move) => move !== 'follow'),
  attempt: (subject, move, actor, now) =>
    participationFlow.decide(subject as ReturnType<typeof partOf>, {
      text: '补记',
      minutes: 60,
      place: 'sta1rwe110',
      photos: ['x'],
      move,
      actor,
      now: Math.min(now - START + STARTS, ENDS + 30 * DAY),
    }).next,
  judges: {
    grant: () => (done) => last(done, 'amend'),
    deny: () => (done) => last(done, 'amend'),
    appraise: () => (done) => last(done, 'join'),
  },
  sideDoors: ['erase'],
  openers: [today, today, before, an],
};

const RECORD: Mechanism = {
  open(by) {
    const raiser = { id: by.staff?.id ?? 's_sun', name: by.name, body: 'field' as const };
    const raising = by.staff ? by : sun;
    // who it is about: the other phone of the one who speaks, one time in two
    const about = raising === today ? before : lin;
    const subject = openConduct(
      {
        _id: 'c1',
        no: 'C1',
        orgPath: AREA,
        area: AREA,
        subject: { id: about.id, name: about.name },
        about: 'conduct',
        ground: { id: 'leak', words: '说出去了' },
        entry: null,
        points: 10,
        effect: 'case:c1',
        source: null,
        text: '说出去了',
        raiser,
        key: 'k',
      },
      raising,
      START,
    );
    return {
      subject,
      done: [
        { move: 'raise', by: bodyOf(raising), about: '' },
        { move: 'is about', by: bodyOf(about), about: '' },
      ],
    };
  },
  moves: Object.keys(CONDUCT),
  attempt: (subject, move, actor, now) =>
    conductFlow.decide(subject as Parameters<typeof conductFlow.decide>[0], {
      text: '理由',
      move,
      actor,
      now,
    }).next,
  judges: Object.fromEntries(
    ['uphold', 'dismiss', 'confirm', 'overturn'].map((move) => [
      move,
      () => (done: readonly Done[]) => [
        ...all(done, 'raise'),
        ...all(done, 'is about'),
        ...all(done, 'uphold'),
        ...all(done, 'dismiss'),
      ],
    ]),
  ),
  sideDoors: ['dismiss', 'withdraw', 'forget', 'settle', 'favour'],
};

const RETURN: Mechanism = {
  open: (by) => ({
    subject: openReturn(
      {
        _id: 'r1',
        no: 'R1',
        owner: { id: by.id, name: by.name },
        code: '0417',
        drawn: [],
        item: { _id: 'soap', area: AREA, name: '香皂', where: '村部', points: 30 },
        key: 'k',
      },
      START,
    ),
    done: [{ move: 'book', by: bodyOf(by), about: '' }],
  }),
  moves: Object.keys(RETURNS),
  attempt: (subject, move, actor, now) =>
    returnFlow.decide(subject as Parameters<typeof returnFlow.decide>[0], {
      code: '0417',
      text: '没货',
      move,
      actor,
      now,
    }).next,
  judges: { hand: () => (done) => last(done, 'book'), fail: () => (done) => last(done, 'book') },
  sideDoors: [],
};

type Round = ReturnType<typeof openHonour>;
const nomineeAt = ({ nominees }: Round, pick: number) =>
  nominees[pick % Math.max(1, nominees.length)]?.id ?? '';
const ROUND: Mechanism = {
  open: () => ({
    subject: openHonour(
      {
        _id: 'h1',
        no: 'H1',
        area: AREA,
        title: '最美志愿者',
        text: '',
        way: 'jury',
        jury: ['s_body', 's_qian', 's_shu'],
        places: 3,
        organiser: { id: 's_qian', name: '钱调' },
        nominateUntil: START + 7 * DAY,
        voteUntil: START + 14 * DAY,
        noticeDays: 5,
        key: 'k',
      },
      START,
    ),
    done: [],
  }),
  moves: [...Object.keys(HONOUR), 'vote', 'vote'],
  attempt(subject, move, actor, now, pick) {
    const round = subject as Round;
    const nominee = nomineeAt(round, pick);
    if (move === 'vote') {
      const bar = ballotBar(round, actor, [nominee], now);
      if (bar) throw new Refusal(bar);
      return round;
    }
    const objection = round.objections[pick % Math.max(1, round.objections.length)];
    const count = { ballots: 3, of: Object.fromEntries(round.nominees.map(({ id }) => [id, 3])) };
    const name = `候选${actor.id}`;
    return honourFlow.decide(round, {
      ...{ move, actor, now, text: '理由', name, count },
      nominee: move === 'answer' ? undefined : nominee,
      objection: objection?.id,
    }).next;
  },
  about: (subject, pick) => {
    const round = subject as Round;
    return nomineeAt(round, pick);
  },
  judges: {
    strike: (about) => (done) =>
      done
        .filter((one) => ['nominate', 'object'].includes(one.move) && one.about === about)
        .map(({ by }) => by),
    vote: (about) => (done) =>
      done.filter((one) => one.move === 'nominate' && one.about === about).map(({ by }) => by),
  },
  sideDoors: ['drop', 'lapse'],
};

const MECHANISMS: Readonly<Record<string, Mechanism>> = { WISH, PART, RECORD, RETURN, ROUND };

const step = fc.record({
  actor: fc.constantFrom(...PEOPLE),
  move: fc.nat(),
  after: fc.integer({ min: 0, max: 2 * DAY }),
  pick: fc.nat(),
  clock: fc.nat({ max: 9 }).map((n) => n === 0),
  lawful: fc.nat({ max: 2 }).map((n) => n > 0),
});

test.each(Object.keys(MECHANISMS))(
  'nobody judges their own with a second phone or a second post: %s',
  (name) => {
    const {
      open,
      moves,
      attempt,
      judges,
      about,
      sideDoors,
      openers = PEOPLE,
    } = MECHANISMS[name] as Mechanism;
    const judged = new Map<string, number>();
    const refused = new Map<string, number>();
    fc.assert(
      fc.property(
        fc.constantFrom(...openers),
        fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }),
        (opener, steps) => {
          const opened = open(opener);
          let { subject } = opened;
          const done = [...opened.done];
          let now = START;
          for (const { actor, move: n, after, pick, clock, lawful } of steps) {
            now += after % (clock ? 10 * DAY : HOUR);
            const who = clock ? CLOCK : actor;
            const goes = (each: string) => {
              try {
                return attempt(subject, each, who, now, pick) !== null;
              } catch {
                return false;
              }
            };
            const usual = moves.filter((each) => pick % 8 === 0 || !sideDoors.includes(each));
            const open = lawful ? usual.filter(goes) : [];
            const move = (open.length > 0 ? open : moves)[n % (open.length || moves.length)] as string;
            const was = about?.(subject, pick) ?? '';
            const own = judges[move]?.(was)(done) ?? [];
            try {
              const next = attempt(subject, move, who, now, pick);
              if (who !== CLOCK && judges[move]) {
                judged.set(move, (judged.get(move) ?? 0) + 1);
                expect([name, move, who.id, own]).toEqual([
                  name,
                  move,
                  who.id,
                  own.filter((by) => by !== bodyOf(who)),
                ]);
              }
              const named = move === 'nominate' ? ((next as Round).nominees.at(-1)?.id ?? '') : was;
              subject = { ...next, outbox: [] };
              if (who !== CLOCK) done.push({ move, by: bodyOf(who), about: named });
            } catch (error) {
              if (!(error instanceof Refusal)) throw error;
              if (own.includes(bodyOf(who))) refused.set(move, (refused.get(move) ?? 0) + 1);
            }
          }
        },
      ),
      { numRuns: LIVES },
    );
    // every judging move was made by somebody else, and tried by the body itself
    for (const move of Object.keys(judges)) {
      expect([move, (judged.get(move) ?? 0) > 0]).toEqual([move, true]);
      expect([move, (refused.get(move) ?? 0) > 0]).toEqual([move, true]);
    }
  },
);

test('who ends an activity counts no hours of theirs by it; those of others count', () => {
  const ready = decideActivity(activityIn('draft'), 'publish', qian, STARTS - 2 * DAY);
  const joined = [today, an].reduce((all, who) => decideActivity(all, 'join', who, STARTS - DAY), ready);
  const running = decideActivity(joined, 'start', CLOCK, STARTS - HOUR / 2);
  for (const ends of [today, atWork]) {
    const ended = decideActivity(running, 'finish', ends, ENDS);
    const stateOf = (who: Actor) => {
      const seated = partOf(joined, who, STARTS - DAY);
      const here = participationFlow.decide(seated, {
        move: 'checkIn',
        actor: who,
        now: STARTS,
        place: 'sta1rwe110',
      }).next;
      return participationFlow.decide(here, { move: 'follow', actor: CLOCK, now: ENDS, activity: ended }).next
        .state;
    };
    expect([stateOf(an), stateOf(today)]).toEqual(['done', 'unsure']);
  }
});
