import { type Actor, CLOCK, type Staff } from '../flow/actor';
import { Refusal } from '../flow/refusal';
import type { PostKind } from '../org/org';
import { DAY, moment } from '../time/day';
import {
  ANSWER_WITHIN,
  BALLOTS_LAND,
  ballotBar,
  belongsBefore,
  chosenOf,
  HONOUR,
  HONOUR_STATES,
  type Honour,
  type HonourCommand,
  type HonourMove,
  type HonourState,
  honourFlow,
  isCountDue,
  isOfArea,
  KEPT_FOR_DESK,
  NOMINEES_MAX,
  OBJECTIONS_MAX,
  openHonour,
} from './honour';

const AREA = '370114/guanzhuang/yanman/';
const NOW = moment('2026-03-11 09:00');
const VOTE_END = NOW + 14 * DAY;
const staff = (id: string, path: string, ...kinds: PostKind[]): Actor => ({
  id: `u_${id}`,
  name: id,
  staff: {
    id,
    area: AREA,
    phone: '',
    leads: [],
    posts: kinds.map((kind) => ({ id: kind, kind, name: kind, unit: 'x', path, holders: [] })),
  } satisfies Staff,
});
const lin: Actor = { id: 'u_lin', name: '林', staff: null };
const wang: Actor = { id: 'u_wang', name: '王', staff: null };
const desk = staff('qian', AREA, 'dispatcher');
const leader = staff('shu', AREA, 'leader');
const office = staff('hou', AREA, 'office');
const far = staff('tao', '370114/diaozhen/liuli/', 'leader', 'dispatcher');

const helper = (places: string[], since = NOW) => ({ since, skills: [], places, teams: [] });

const announced = (over: Partial<Honour> = {}): Honour => ({
  ...openHonour(
    {
      _id: 'h1',
      no: 'H1',
      area: AREA,
      title: '最美志愿者',
      text: '',
      way: 'vote',
      jury: [],
      places: 2,
      organiser: { id: 'qian', name: '钱调' },
      nominateUntil: NOW + 7 * DAY,
      voteUntil: VOTE_END,
      noticeDays: 5,
      key: 'k',
    },
    NOW,
  ),
  ...over,
});
type Said = Partial<HonourCommand>;
const move = (honour: Honour, name: HonourMove, actor: Actor, said: Said = {}, now = NOW): Honour =>
  honourFlow.decide(honour, { text: '理由', ...said, move: name, actor, now }).next;
const named = (honour: Honour, name: string, actor: Actor) => move(honour, 'nominate', actor, { name });

const nominated = () => named(named(announced(), '张三', lin), '李四', wang);
const voting = () => move(nominated(), 'open', CLOCK, {}, NOW + 7 * DAY);
const counted = (of: Record<string, number> = { n1: 3, n2: 2 }) =>
  move(voting(), 'count', CLOCK, { count: { ballots: 5, of } }, VOTE_END + BALLOTS_LAND);
const objected = () => move(counted(), 'object', lin, { nominee: 'n2' }, VOTE_END + DAY);

const AT: Record<HonourState, () => Honour> = {
  nominating: () => nominated(),
  voting,
  notice: objected,
  granted: () => move(counted(), 'grant', CLOCK, {}, VOTE_END + 6 * DAY),
  dropped: () => move(nominated(), 'drop', leader),
};
/** When each state is looked at. */
const WHEN: Record<HonourState, number> = {
  nominating: NOW + DAY,
  voting: NOW + 8 * DAY,
  notice: VOTE_END + 2 * DAY,
  granted: VOTE_END + 9 * DAY,
  dropped: VOTE_END,
};

const fresh: Actor = { id: 'u_zhao', name: '赵', staff: null };
const EXPECTED: Record<HonourState, Partial<Record<string, readonly HonourMove[]>>> = {
  nominating: {
    fresh: ['nominate'],
    desk: ['nominate', 'strike'],
    leader: ['nominate', 'strike', 'drop'],
    office: ['nominate'],
    far: ['nominate'],
  },
  voting: { leader: ['drop'], clock: ['count'] },
  notice: {
    fresh: ['object'],
    wang: ['object'],
    desk: ['strike', 'object'],
    leader: ['strike', 'object', 'answer', 'drop'],
    office: ['object'],
    far: ['object'],
    clock: ['lapse'],
  },
  granted: {},
  dropped: {},
};
const ACTORS = { fresh, lin, wang, desk, leader, office, far, clock: CLOCK };

test.each(HONOUR_STATES.flatMap((state) => Object.keys(ACTORS).map((who) => [state, who] as const)))(
  '%s · %s',
  (state, who) => {
    const expected = EXPECTED[state][who] ?? [];
    const honour = AT[state]();
    const actor = ACTORS[who as keyof typeof ACTORS];
    const now = WHEN[state];
    expect(honourFlow.allowed(honour, actor, now)).toEqual(expected);
    for (const name of Object.keys(HONOUR) as HonourMove[]) {
      const said = { name: '赵六', nominee: 'n1', objection: 'o1', count: { ballots: 1, of: { n1: 1 } } };
      const run = () => move(honour, name, actor, said, now);
      if (expected.includes(name)) expect(run).not.toThrow();
      else expect(run).toThrow(Refusal);
    }
  },
);

test.each([
  ['the two with most', { n1: 3, n2: 5, n3: 1 }, 2, ['n1', 'n2']],
  ['in the order of nomination, not of votes', { n3: 9, n1: 1 }, 2, ['n1', 'n3']],
  ['ties for the last place all', { n1: 3, n2: 2, n3: 2 }, 2, ['n1', 'n2', 'n3']],
  ['one place, tied', { n1: 2, n2: 2, n3: 1 }, 1, ['n1', 'n2']],
  ['nobody without a ballot', { n1: 1 }, 3, ['n1']],
  ['nobody at all', {}, 2, []],
  ['a name that is not on the list', { n9: 7, constructor: 4 }, 2, []],
] as const)('a vote chooses %s', (_, of, places, expected) => {
  const honour = { ...named(nominated(), '王五', fresh), places };
  expect(chosenOf(honour, of)).toEqual(expected);
});

test.each([
  ['two of three', { n1: 2, n2: 1 }, 3, ['n1']],
  ['half of four is not enough', { n1: 2, n2: 3 }, 4, ['n2']],
  ['none', { n1: 1, n2: 1 }, 3, []],
] as const)('a jury needs more than half: %s', (_, of, jurors, expected) => {
  const jury = Array.from({ length: jurors }, (_each, index) => `j${index}`);
  expect(chosenOf({ ...nominated(), way: 'jury', jury }, of)).toEqual(expected);
});

test('a struck name is neither voted for nor chosen', () => {
  const struck = move(nominated(), 'strike', desk, { nominee: 'n1' });
  expect(chosenOf(struck, { n1: 9, n2: 1 })).toEqual(['n2']);
  const open = move(struck, 'open', CLOCK, {}, NOW + 7 * DAY);
  expect(ballotBar(open, lin, ['n1'], NOW + 8 * DAY)).toBe('NOMINEE_UNKNOWN');
});

test.each([
  ['one', lin, ['n1'], NOW + 8 * DAY, null],
  ['two, when one is asked', lin, ['n1', 'n2'], NOW + 8 * DAY, 'NOMINEE_UNKNOWN'],
  ['none', lin, [], NOW + 8 * DAY, 'NOMINEE_UNKNOWN'],
  ['somebody else', lin, ['n9'], NOW + 8 * DAY, 'NOMINEE_UNKNOWN'],
  ['in the last moment', lin, ['n1'], VOTE_END - 1, null],
  ['too late', lin, ['n1'], VOTE_END, 'VOTE_CLOSED'],
] as const)('a ballot for %s', (_, actor, choices, now, expected) => {
  expect(ballotBar(voting(), actor, choices, now)).toBe(expected);
});

test.each([
  ['works there', { staff: desk.staff }, true],
  ['works elsewhere', { staff: { ...(desk.staff as Staff), area: '370114/other/town/' } }, false],
  ['helps in one of its villages', { volunteer: helper([`${AREA}v01/`]) }, true],
  ['registered there', { volunteer: { ...helper([]), area: AREA } }, true],
  ['helps in the next area', { volunteer: helper(['370114/other/town/v01/']) }, false],
  ['registered once the vote was open', { volunteer: helper([AREA], NOW + 7 * DAY + 1) }, false],
  ['is nobody yet', {}, false],
])('who %s is of the area', (_, known, expected) => {
  const when = belongsBefore(voting(), 'vote');
  expect(isOfArea(AREA, { ...lin, ...known }, when)).toBe(expected);
});

test('who may propose was of the area before the round was announced, who may vote before the vote opened', () => {
  const late = { ...lin, volunteer: helper([AREA], NOW + DAY) };
  expect(isOfArea(AREA, late, belongsBefore(announced(), 'nominate'))).toBe(false);
  expect(isOfArea(AREA, late, belongsBefore(announced(), 'vote'))).toBe(true);
});

const names = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...{ id: `n${index + 1}`, name: `候选${index}`, where: '', deeds: '', by: `u_${index}`, struck: null },
  }));

test('a list that residents have filled has places left for the desk, and what is struck makes room again', () => {
  const most = NOMINEES_MAX - KEPT_FOR_DESK;
  const filled = announced({ nominees: names(most) });
  expect(() => named(filled, '张三', lin)).toThrow(expect.objectContaining({ code: 'NOMINEES_FULL' }));
  const added = named(filled, '张三', desk);
  expect(added.nominees).toHaveLength(most + 1);
  const roomy = [1, 2].reduce((list, n) => move(list, 'strike', leader, { nominee: `n${n}` }), added);
  const again = named(roomy, '王五', wang);
  expect(new Set(again.nominees.map(({ id }) => id)).size).toBe(again.nominees.length);
});

test('nobody strikes, answers for or chooses in a jury what is their own', () => {
  const code = (run: () => unknown) => {
    try {
      run();
      return 'ok';
    } catch (error) {
      return (error as Refusal).code;
    }
  };
  const own = named(nominated(), '王五', desk);
  expect(code(() => move(own, 'strike', desk, { nominee: 'n3' }))).toBe('NEEDS_ANOTHER');
  expect(code(() => move(own, 'strike', desk, { nominee: 'n1' }))).toBe('ok');
  const phone = { ...desk, id: 'u_new', selves: ['u_qian'] };
  expect(code(() => move(own, 'strike', phone, { nominee: 'n3' }))).toBe('NEEDS_ANOTHER');
  expect(code(() => named(own, '赵六', phone))).toBe('NOMINATED_BEFORE');
  // the leader objects and answers it himself
  const said = move(counted(), 'object', leader, { nominee: 'n2' }, VOTE_END + DAY);
  expect(code(() => move(said, 'answer', leader, { objection: 'o1' }, VOTE_END + DAY))).toBe('NEEDS_ANOTHER');
  // who stands on the list, by name or by number
  const listed = named(nominated(), 'shu', fresh);
  for (const name of ['strike', 'drop'] as const)
    expect(code(() => move(listed, name, leader, { nominee: 'n1' }))).toBe('NEEDS_ANOTHER');
  const jury = {
    ...move(own, 'open', CLOCK, {}, NOW + 7 * DAY),
    way: 'jury' as const,
    jury: ['qian', 'shu', 'hou'],
  };
  expect(ballotBar(jury, desk, ['n3'], NOW + 8 * DAY)).toBe('NEEDS_ANOTHER');
  expect(ballotBar(jury, phone, ['n3'], NOW + 8 * DAY)).toBe('NEEDS_ANOTHER');
  expect(ballotBar(jury, desk, ['n1'], NOW + 8 * DAY)).toBeNull();
});

test('only jurors vote in a jury, each for as many as there are places', () => {
  const honour = { ...voting(), way: 'jury' as const, jury: ['qian', 'shu', 'hou'] };
  const now = NOW + 8 * DAY;
  expect(ballotBar(honour, lin, ['n1'], now)).toBe('NOT_ALLOWED');
  expect(ballotBar(honour, desk, ['n1', 'n2'], now)).toBeNull();
  expect(ballotBar(honour, desk, ['n1', 'n1'], now)).toBe('NOMINEE_UNKNOWN');
});

test('ballots on their way are waited for', () => {
  expect(isCountDue(voting(), VOTE_END + BALLOTS_LAND - 1)).toBe(false);
  expect(isCountDue(voting(), VOTE_END + BALLOTS_LAND)).toBe(true);
  expect(voting().wakeAt).toBe(VOTE_END + BALLOTS_LAND);
});

const tick = (honour: Honour, now: number) =>
  honourFlow.tick(honour, now, (name) => ({ move: name, actor: CLOCK, now }))?.next ?? honour;

test('nobody nominated: it is dropped and says why', () => {
  expect(tick(announced(), NOW + 7 * DAY)).toMatchObject({ state: 'dropped', dropped: '没有人被推荐' });
});

test('the notice lasts its days, then it is granted', () => {
  const up = counted();
  const end = VOTE_END + BALLOTS_LAND + 5 * DAY;
  expect(up.noticeUntil).toBe(end);
  expect(tick(up, end - 1).state).toBe('notice');
  expect(tick(up, end)).toMatchObject({ state: 'granted', chosen: ['n1', 'n2'] });
});

test('an open objection holds it up; answered, it goes on', () => {
  const end = counted().noticeUntil as number;
  expect(tick(objected(), end + DAY).state).toBe('notice');
  const answered = move(objected(), 'answer', leader, { objection: 'o1' }, end + DAY);
  expect(answered.outbox.map(({ to, kind }) => [to, kind])).toContainEqual(['u_lin', 'honour-answered']);
  expect(tick(answered, end + DAY).state).toBe('granted');
});

test('an objection that nobody answers is right', () => {
  const end = counted().noticeUntil as number;
  expect(tick(objected(), end + ANSWER_WITHIN - 1).state).toBe('notice');
  expect(tick(objected(), end + ANSWER_WITHIN).state).toBe('dropped');
});

test('striking the last name drops the honour and answers what was objected', () => {
  const one = { ...objected(), chosen: ['n2'] };
  const gone = move(one, 'strike', leader, { nominee: 'n2', text: '情况不属实' }, VOTE_END + 2 * DAY);
  expect(gone).toMatchObject({ state: 'dropped', dropped: '情况不属实', chosen: [] });
  expect(gone.objections[0]?.answer).toBe('情况不属实');
});

test('one nomination and one objection from each person', () => {
  expect(() => named(nominated(), '赵六', lin)).toThrow(
    expect.objectContaining({ code: 'NOMINATED_BEFORE' }),
  );
  const again = () => move(objected(), 'object', lin, { nominee: 'n1' }, VOTE_END + DAY);
  expect(again).toThrow(expect.objectContaining({ code: 'OBJECTED_HONOUR' }));
});

/** A second name was objected to as well, and what was said of the first one is answered. */
const twice = (): Honour => {
  const answered = move(objected(), 'answer', leader, { objection: 'o1', text: '已核实' }, VOTE_END + DAY);
  const again = move(answered, 'object', wang, { nominee: 'n2', text: '重名' }, VOTE_END + DAY);
  return move(again, 'object', fresh, { nominee: 'n1', text: '不属实' }, VOTE_END + DAY);
};
const many = <T>(count: number, one: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => one(index));
const { noticeUntil: noticeEnd } = counted() as { noticeUntil: number };

describe('what a move needs', () => {
  const unchosen = () => ({ ...objected(), chosen: ['n1'] });
  test.each<[string, () => Honour, HonourMove, Actor, Said, string]>([
    ['a name', () => announced(), 'nominate', fresh, { name: ' ' }, 'NOMINEE_REQUIRED'],
    ['what they did', () => announced(), 'nominate', fresh, { name: '赵六', text: ' ' }, 'NOMINEE_REQUIRED'],
    ['a name on the list', nominated, 'strike', leader, { nominee: 'n9' }, 'NOMINEE_UNKNOWN'],
    ['any name', nominated, 'strike', leader, {}, 'NOMINEE_UNKNOWN'],
    ['why it goes', nominated, 'strike', leader, { nominee: 'n1', text: ' ' }, 'REASON_REQUIRED'],
    ['one that was put up', unchosen, 'object', wang, { nominee: 'n2' }, 'NOMINEE_UNKNOWN'],
    ['why one objects', objected, 'object', wang, { nominee: 'n2', text: '' }, 'REASON_REQUIRED'],
    ['which objection', objected, 'answer', leader, {}, 'NOTHING_PENDING'],
    ['one that is open', twice, 'answer', leader, { objection: 'o1' }, 'NOTHING_PENDING'],
    ['an answer', objected, 'answer', leader, { objection: 'o1', text: ' ' }, 'REASON_REQUIRED'],
    ['why it is dropped', nominated, 'drop', leader, { text: '' }, 'REASON_REQUIRED'],
  ])('%s', (_, honour, name, actor, said, code) => {
    expect(() => move(honour(), name, actor, said)).toThrow(expect.objectContaining({ code }));
  });

  test('a name that is struck is neither struck again nor objected to', () => {
    const struck = move(counted(), 'strike', leader, { nominee: 'n1' }, VOTE_END + DAY);
    const again = (name: HonourMove) => () => move(struck, name, leader, { nominee: 'n1' }, VOTE_END + DAY);
    for (const name of ['strike', 'object'] as const)
      expect(again(name)).toThrow(expect.objectContaining({ code: 'NOMINEE_UNKNOWN' }));
  });

  test('the clock counts with a count alone, and neither opens nor grants before its time', () => {
    const code = (run: () => unknown) => {
      try {
        run();
        return null;
      } catch (error) {
        return (error as Refusal).code;
      }
    };
    expect(code(() => move(voting(), 'count', CLOCK, {}, VOTE_END + BALLOTS_LAND))).toBe('NOTHING_DUE');
    expect(code(() => move(nominated(), 'open', CLOCK, {}, NOW + 7 * DAY - 1))).toBe('NOTHING_DUE');
    expect(code(() => move(objected(), 'grant', CLOCK, {}, noticeEnd))).toBe('NOTHING_DUE');
  });
});

test.each<[string, () => Honour, HonourMove, number, string | null]>([
  ['in the last moment of nominating', () => nominated(), 'nominate', NOW + 7 * DAY - 1, null],
  ['when nominating is over', () => nominated(), 'nominate', NOW + 7 * DAY, 'MOVED_ON'],
  ['in the last moment of the notice', () => objected(), 'object', noticeEnd - 1, null],
  ['when the notice is over', () => objected(), 'object', noticeEnd, 'MOVED_ON'],
  [
    'the last name that the list holds',
    () => ({
      ...announced(),
      nominees: many(NOMINEES_MAX - KEPT_FOR_DESK - 1, () => nominated().nominees[0]!),
    }),
    'nominate',
    NOW,
    null,
  ],
  [
    'one name more',
    () => ({ ...announced(), nominees: many(NOMINEES_MAX - KEPT_FOR_DESK, () => nominated().nominees[0]!) }),
    'nominate',
    NOW,
    'NOMINEES_FULL',
  ],
  [
    'the last objection that is taken',
    () => ({ ...objected(), objections: many(OBJECTIONS_MAX - 1, () => objected().objections[0]!) }),
    'object',
    VOTE_END + DAY,
    null,
  ],
  [
    'one objection more',
    () => ({ ...objected(), objections: many(OBJECTIONS_MAX, () => objected().objections[0]!) }),
    'object',
    VOTE_END + DAY,
    'BUSY',
  ],
])('%s', (_, honour, name, now, code) => {
  const run = () => move(honour(), name, fresh, { name: '赵六', nominee: 'n1' }, now);
  if (code === null) expect(run).not.toThrow();
  else expect(run).toThrow(expect.objectContaining({ code }));
});

test('there is nothing to answer until somebody objects, nor once everybody was answered', () => {
  const may = (honour: Honour) => honourFlow.allowed(honour, leader, VOTE_END + DAY);
  expect(may(counted())).toEqual(['strike', 'object', 'drop']);
  expect(may(objected())).toContain('answer');
  const answered = move(objected(), 'answer', leader, { objection: 'o1' }, VOTE_END + DAY);
  expect(may(answered)).not.toContain('answer');
});

test.each<[string, () => Honour, number | null]>([
  ['nominating: its end', nominated, NOW + 7 * DAY],
  ['voting: when the ballots have landed', voting, VOTE_END + BALLOTS_LAND],
  ['notice: its end', counted, noticeEnd],
  ['notice, with an open objection: when it is right by itself', objected, noticeEnd + ANSWER_WITHIN],
  ['granted: never', AT.granted, null],
  ['dropped: never', AT.dropped, null],
  ['dropped from the notice: never', () => move(counted(), 'drop', leader, {}, VOTE_END + DAY), null],
])('the clock looks again, %s', (_, honour, at) => {
  expect(honourFlow.delivered(honour()).wakeAt).toBe(at);
});

const told = ({ outbox }: Honour) => outbox.map(({ to, kind }) => `${kind} ${to}`);

test.each<[string, () => Honour, string[]]>([
  [
    'jurors when it is their turn',
    () => ({ ...nominated(), jury: ['qian', 'hou'], way: 'jury' }),
    ['honour-jury qian', 'honour-jury hou'],
  ],
  ['of a vote, nobody', nominated, []],
])('told: %s', (_, honour, expected) => {
  expect(told(move(honour(), 'open', CLOCK, {}, NOW + 7 * DAY))).toEqual(expected);
});

test('the organiser hears of the result, of each objection and of the end; who objected hears the answer', () => {
  expect(told(counted())).toEqual(['honour-notice qian']);
  expect(told(objected())).toEqual(['honour-notice qian', 'honour-objected qian']);
  expect(told(tick(counted(), noticeEnd)).at(-1)).toBe('honour-granted qian');
  expect(told(AT.dropped())).toEqual(['honour-dropped qian']);
  const answered = move(twice(), 'answer', leader, { objection: 'o2' }, VOTE_END + DAY);
  expect(told(answered).at(-1)).toBe('honour-answered u_wang');
});

test('an answer is for one objection; striking a name answers those open against it and no other', () => {
  const answers = ({ objections }: Honour) => objections.map(({ answer }) => answer);
  expect(answers(twice())).toEqual(['已核实', null, null]);
  const answered = move(twice(), 'answer', leader, { objection: 'o3', text: '查过了' }, VOTE_END + DAY);
  expect(answers(answered)).toEqual(['已核实', null, '查过了']);
  const struck = move(twice(), 'strike', leader, { nominee: 'n2', text: '重名属实' }, VOTE_END + DAY);
  expect(answers(struck)).toEqual(['已核实', '重名属实', null]);
  expect(told(struck).slice(told(twice()).length)).toEqual(['honour-answered u_wang']);
  expect(struck).toMatchObject({ state: 'notice', chosen: ['n1'], closedAt: null, dropped: null });
  expect(struck.nominees.map(({ id, struck: why }) => [id, why])).toEqual([
    ['n1', null],
    ['n2', '重名属实'],
  ]);
});

test('striking every name while nominating leaves the list open', () => {
  const none = ['n1', 'n2'].reduce((left, nominee) => move(left, 'strike', desk, { nominee }), nominated());
  expect(none).toMatchObject({ state: 'nominating', closedAt: null });
  expect(tick(none, NOW + 7 * DAY)).toMatchObject({ state: 'dropped', dropped: '没有人被推荐' });
});

test('the count is put up with how many voted; without anybody chosen the honour is dropped', () => {
  expect(counted()).toMatchObject({ ballots: 5, chosen: ['n1', 'n2'], closedAt: null });
  expect(counted({})).toMatchObject({
    state: 'dropped',
    ballots: 5,
    chosen: [],
    dropped: '没有人达到要求的票数',
    closedAt: VOTE_END + BALLOTS_LAND,
  });
});

test('an objection says who, when and what, and waits', () => {
  const now = VOTE_END + DAY;
  expect(objected().objections).toEqual([
    { id: 'o1', nominee: 'n2', by: { id: 'u_lin', name: '林' }, at: now, text: '理由', answer: null },
  ]);
});

test('a nomination says whom, where from and what they did; a volunteer’s number only when it was given', () => {
  const said = { name: '张三', where: '闫满村', text: '天天扫街' };
  const plain = { id: 'n1', name: '张三', where: '闫满村', deeds: '天天扫街', by: 'u_lin', struck: null };
  expect(move(announced(), 'nominate', lin, said).nominees).toEqual([plain]);
  expect(move(announced(), 'nominate', lin, { ...said, no: 'V7KQ4M2XD' }).nominees).toEqual([
    { ...plain, no: 'V7KQ4M2XD' },
  ]);
});

test('an honour that is announced names who announced it, and wakes when nominating ends', () => {
  expect(announced()).toMatchObject({
    state: 'nominating',
    orgPath: AREA,
    wakeAt: NOW + 7 * DAY,
    history: [
      { at: NOW, move: 'announce', by: { id: 'qian', role: 'organiser' }, to: 'nominating', key: 'k' },
    ],
  });
});

test('a grant that nobody held up is dated', () => {
  expect(AT.granted()).toMatchObject({ state: 'granted', closedAt: VOTE_END + 6 * DAY });
});

test('who has asked to be forgotten is told no answer', () => {
  const [first] = objected().objections;
  const left = { ...objected(), outbox: [], objections: [{ ...first!, by: { id: '', name: '已注销' } }] };
  const answered = move(left, 'answer', leader, { objection: 'o1', text: '已核实' }, VOTE_END + DAY);
  expect(answered.objections[0]?.answer).toBe('已核实');
  expect(answered.outbox).toEqual([]);
});
