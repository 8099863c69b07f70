import { type Actor, CLOCK, type Staff } from '../flow/actor';
import { Refusal } from '../flow/refusal';
import type { PostKind } from '../org/org';
import { DAY, moment } from '../time/day';
import {
  APPEAL_WITHIN,
  CONDUCT,
  CONDUCT_STATES,
  type Conduct,
  type ConductMove,
  type ConductState,
  conductFlow,
  DECIDE_WITHIN,
  JUDGE_WITHIN,
  ledgerEffect,
  openConduct,
  REPLY_WITHIN,
} from './conduct';

const AREA = '370114/guanzhuang/yanman/';
const NOW = moment('2026-03-11 09:00');
const staff = (id: string, ...kinds: PostKind[]): Actor => ({
  id: `u_${id}`,
  name: id,
  staff: {
    id,
    area: AREA,
    phone: '',
    leads: [],
    posts: kinds.map((kind) => ({ id: kind, kind, name: kind, unit: 'x', path: AREA, holders: [] })),
  } satisfies Staff,
});
const subject: Actor = { id: 'u_lin', name: '林', staff: null };
const other: Actor = { id: 'u_wang', name: '王', staff: null };
const raiser = staff('zhao', 'grid-worker');
const field = staff('hou', 'office');
const desk = staff('qian', 'dispatcher');
const leader = staff('shu', 'leader');
const all = staff('tao', 'office', 'dispatcher', 'leader');
const manager = staff('wu', 'property');
const far: Actor = {
  ...leader,
  id: 'u_far',
  staff: {
    ...(leader.staff as Staff),
    id: 'far',
    posts: [{ ...(leader.staff as Staff).posts[0]!, path: '370114/diaozhen/' }],
  },
};

function raised(by = raiser, body: Conduct['raiser']['body'] = 'field'): Conduct {
  return openConduct(
    {
      _id: 'c1',
      no: 'C1',
      orgPath: AREA,
      area: AREA,
      subject: { id: subject.id, name: subject.name },
      about: 'conduct',
      ground: { id: 'leak', words: '把受助人的情况告诉了别人' },
      entry: null,
      points: 10,
      effect: 'case:c1',
      source: null,
      text: '在群里发了老人的住址',
      raiser: { id: by.staff?.id ?? '', name: by.name, body },
      key: 'k',
    },
    by,
    NOW,
  );
}
const move = (subjectCase: Conduct, name: ConductMove, actor: Actor, now = NOW, text = '理由') =>
  conductFlow.decide(subjectCase, { move: name, actor, now, text }).next;

const review = () => move(raised(), 'reply', subject);
const upheld = (decider = leader) => move(review(), 'uphold', decider);
const appealed = (decider = leader) => move(upheld(decider), 'appeal', subject);

const AT: Record<ConductState, () => Conduct> = {
  raised: () => raised(),
  review,
  dismissed: () => move(review(), 'dismiss', leader),
  withdrawn: () => move(review(), 'withdraw', raiser),
  upheld: () => upheld(),
  appealed: () => appealed(),
  final: () => move(appealed(), 'confirm', desk),
  overturned: () => move(appealed(), 'overturn', desk),
};

/** For each state, who may do what; everything that is not here is refused. The decider was the leader. */
const EXPECTED: Record<ConductState, Partial<Record<string, readonly ConductMove[]>>> = {
  raised: { subject: ['reply'], raiser: ['withdraw'], clock: ['lapse'] },
  review: {
    raiser: ['withdraw'],
    desk: ['uphold', 'dismiss'],
    leader: ['uphold', 'dismiss'],
    all: ['uphold', 'dismiss'],
    clock: ['forget'],
  },
  dismissed: {},
  withdrawn: {},
  upheld: { subject: ['appeal'], clock: ['settle'] },
  appealed: { desk: ['confirm', 'overturn'], all: ['confirm', 'overturn'], clock: ['favour'] },
  final: {},
  overturned: {},
};
const ACTORS = { subject, other, raiser, field, desk, leader, all, manager, far, clock: CLOCK };

test.each(CONDUCT_STATES.flatMap((state) => Object.keys(ACTORS).map((who) => [state, who] as const)))(
  '%s · %s',
  (state, who) => {
    const expected = EXPECTED[state][who] ?? [];
    const stands = AT[state]();
    const actor = ACTORS[who as keyof typeof ACTORS];
    expect(conductFlow.allowed(stands, actor, NOW)).toEqual(expected);
    for (const name of Object.keys(CONDUCT) as ConductMove[]) {
      const run = () => conductFlow.decide(stands, { move: name, actor, now: NOW, text: '理由' });
      if (expected.includes(name)) expect(run).not.toThrow();
      else expect(run).toThrow(Refusal);
    }
  },
);

test('who decided never judges the appeal, whatever other posts they hold', () => {
  expect(conductFlow.allowed(appealed(all), all, NOW)).toEqual([]);
  expect(conductFlow.allowed(appealed(all), desk, NOW)).toEqual(['confirm', 'overturn']);
});

test('who works here and is meant never decides about himself', () => {
  const self: Actor = { ...leader, id: subject.id };
  expect(conductFlow.allowed(review(), self, NOW)).toEqual([]);
});

test('when the desk raises and the leader decides, the field judges', () => {
  const decided = move(move(raised(desk, 'desk'), 'reply', subject), 'uphold', leader);
  const asked = move(decided, 'appeal', subject);
  expect(conductFlow.allowed(asked, field, NOW)).toEqual(['confirm', 'overturn']);
  expect(conductFlow.allowed(asked, all, NOW)).toEqual(['confirm', 'overturn']);
});

test.each([
  ['reply', raised(), subject, 'ANSWER_REQUIRED'],
  ['uphold', review(), leader, 'REASON_REQUIRED'],
  ['appeal', upheld(), subject, 'REASON_REQUIRED'],
  ['confirm', appealed(), desk, 'REASON_REQUIRED'],
] as const)('%s needs words', (name, stands, actor, code) => {
  expect(() => move(stands, name, actor, NOW, '  ')).toThrow(expect.objectContaining({ code }));
});

test('an appeal has fifteen days', () => {
  expect(move(upheld(), 'appeal', subject, NOW + APPEAL_WITHIN - 1).state).toBe('appealed');
  expect(() => move(upheld(), 'appeal', subject, NOW + APPEAL_WITHIN)).toThrow(
    expect.objectContaining({ code: 'TOO_LATE_TO_APPEAL' }),
  );
});

test.each([
  ['raised', REPLY_WITHIN, 'review'],
  ['review', DECIDE_WITHIN, 'dismissed'],
  ['upheld', APPEAL_WITHIN, 'final'],
  ['appealed', JUDGE_WITHIN, 'overturned'],
] as const)('silence: %s', (state, within, next) => {
  const tick = (now: number) =>
    conductFlow.tick(AT[state](), now, (name) => ({ move: name, actor: CLOCK, now }));
  expect(tick(NOW + within - 1)).toBeNull();
  expect(tick(NOW + within)?.next.state).toBe(next);
});

test('no case is for ever: the clock alone brings each to an end', () => {
  for (const state of CONDUCT_STATES) {
    let stands = AT[state]();
    for (let day = 0; day < 120; day += 1) {
      const now = NOW + day * DAY;
      stands = conductFlow.tick(stands, now, (name) => ({ move: name, actor: CLOCK, now }))?.next ?? stands;
    }
    expect(['dismissed', 'withdrawn', 'final', 'overturned']).toContain(stands.state);
    expect(stands.dueAt).toBeNull();
    expect(stands.closedAt).not.toBeNull();
  }
});

test.each([
  ['raised', null],
  ['review', null],
  ['dismissed', null],
  ['withdrawn', null],
  ['upheld', 'take'],
  ['appealed', 'take'],
  ['final', 'take'],
  ['overturned', 'giveBack'],
] as const)('in %s the ledger must %s', (state, effect) => {
  expect(ledgerEffect(AT[state]())).toBe(effect);
});

test('an entry that its own case took back is judged by anybody of the desk or the leaders', () => {
  const asked = raised({ ...subject }, 'record');
  expect(asked.state).toBe('appealed');
  expect(conductFlow.allowed(asked, desk, NOW)).toEqual(['confirm', 'overturn']);
  expect(conductFlow.allowed(asked, subject, NOW)).toEqual([]);
});
