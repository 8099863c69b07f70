import { type Actor, CLOCK, type Staff } from '../flow/actor';
import { Refusal } from '../flow/refusal';
import type { PostKind } from '../org/org';
import { DAY, moment } from '../time/day';
import {
  APPEAL_WITHIN,
  bodiesOf,
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
/** Somebody with one post elsewhere in the tree. */
const within = (kind: PostKind, path: string): Actor => ({
  ...leader,
  staff: { ...(leader.staff as Staff), posts: [{ ...(leader.staff as Staff).posts[0]!, kind, path }] },
});

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

const told = ({ outbox }: Conduct) => outbox.map(({ to, kind }) => `${kind} ${to}`);

test.each<[string, () => Conduct, string[]]>([
  ['the person, when it is raised', () => raised(), ['conduct-raised u_lin']],
  ['who raised it, of the reply', review, ['conduct-replied zhao']],
  ['the person, when it is upheld', upheld, ['conduct-upheld u_lin']],
  [
    'who raised it and who decided, of the appeal',
    appealed,
    ['conduct-appealed zhao', 'conduct-appealed shu'],
  ],
  ['the person, when it is dismissed', AT.dismissed, ['conduct-dismissed u_lin']],
  ['the person, when it is withdrawn', AT.withdrawn, ['conduct-withdrawn u_lin']],
  ['the person, when the appeal is confirmed', AT.final, ['conduct-confirmed u_lin']],
  ['the person, when it is given back', AT.overturned, ['conduct-overturned u_lin']],
])('told: %s', (_, stands, expected) => {
  const { outbox } = stands();
  expect(told(stands()).slice(-expected.length)).toEqual(expected);
  expect(outbox.every(({ at, about }) => at === NOW && about.service === '把受助人的情况告诉了别人')).toBe(
    true,
  );
});

test('silence of an office tells the person that they are right', () => {
  const tick = (stands: Conduct, now: number) =>
    conductFlow.tick(stands, now, (name) => ({ move: name, actor: CLOCK, now }))?.promised ?? [];
  const kinds = (stands: Conduct, now: number) => tick(stands, now).map(({ kind, to }) => `${kind} ${to}`);
  expect(kinds(review(), NOW + DECIDE_WITHIN)).toEqual(['conduct-dismissed u_lin']);
  expect(kinds(appealed(), NOW + JUDGE_WITHIN)).toEqual(['conduct-overturned u_lin']);
});

test.each<[string, () => Conduct, number | null]>([
  ['raised', () => raised(), NOW + REPLY_WITHIN],
  ['review', review, NOW + DECIDE_WITHIN],
  [
    'review after silence',
    () => move(raised(), 'lapse', CLOCK, NOW + REPLY_WITHIN),
    NOW + REPLY_WITHIN + DECIDE_WITHIN,
  ],
  ['upheld', upheld, NOW + APPEAL_WITHIN],
  ['appealed', appealed, NOW + JUDGE_WITHIN],
  ['opened by an appeal', () => raised({ ...subject }, 'record'), NOW + JUDGE_WITHIN],
  ['final', AT.final, null],
  ['dismissed', AT.dismissed, null],
])('%s: the clock looks again when its time is over', (_, stands, at) => {
  expect(conductFlow.delivered(stands()).wakeAt).toBe(at);
});

test.each<[string, Actor, string[]]>([
  ['a grid worker', raiser, ['field']],
  ['an office', field, ['field']],
  ['a dispatcher', desk, ['desk']],
  ['a leader', leader, ['leader']],
  ['all three', all, ['field', 'desk', 'leader']],
  ['a property manager', manager, []],
  ['a leader of another town', far, []],
  ['somebody without a post', other, []],
  ['the field of one of its grids', within('grid-worker', `${AREA}v01/g1/`), ['field']],
  ['a desk of one of its villages', within('dispatcher', `${AREA}v01/`), []],
  ['the leader of the whole town', within('leader', '370114/guanzhuang/'), ['leader']],
])('%s acts as %j', (_, actor, bodies) => {
  expect(bodiesOf(actor, AREA)).toEqual(bodies);
});

test('who decided and who judged is written down with their body, and the words that they gave', () => {
  expect(upheld(all)).toMatchObject({ decider: { id: 'tao', name: 'tao', body: 'leader' }, judge: null });
  expect(AT.dismissed().decider).toEqual({ id: 'shu', name: 'shu', body: 'leader' });
  expect(AT.final().judge).toEqual({ id: 'qian', name: 'qian', body: 'desk' });
  expect(AT.overturned().judge).toEqual({ id: 'qian', name: 'qian', body: 'desk' });
  const entry = AT.overturned().history.at(-1);
  expect(entry).toMatchObject({ move: 'overturn', by: { id: 'qian', role: 'judge' }, text: '理由' });
  expect(review().history.at(-1)).toMatchObject({ by: { id: 'u_lin', role: 'subject' }, text: '理由' });
});

test('the first entry says who began it: staff by raising, the person by appealing, whom nobody need tell', () => {
  expect(raised().history).toEqual([
    {
      at: NOW,
      move: 'raise',
      by: { id: 'zhao', name: 'zhao', role: 'raiser' },
      text: '在群里发了老人的住址',
      key: 'k',
      to: 'raised',
    },
  ]);
  const asked = raised({ ...subject }, 'record');
  expect(asked.history[0]).toMatchObject({
    move: 'appeal',
    by: { id: 'u_lin', name: '林', role: 'subject' },
    to: 'appealed',
  });
  expect(asked.outbox).toEqual([]);
});

test('what nobody is named in is nobody’s to reply to', () => {
  const nobodys = { ...raised(), subject: { id: '', name: '' } };
  expect(conductFlow.allowed(nobodys, { id: '', name: '', staff: null }, NOW)).toEqual([]);
});
