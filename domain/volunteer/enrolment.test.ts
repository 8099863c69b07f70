import { TOWN } from '@/test/builders/town';
import {
  CLAIMS_MAX,
  claimants,
  claimed,
  decided,
  type Enrolment,
  type RawRow,
  type ReadRow,
  readRow,
  withoutDoubles,
} from './enrolment';
import { teamsFor } from './teams';

const SKILLS = new Map([
  ['电工', 'electric'],
  ['理发', 'barber'],
]);
const row = (over: Partial<RawRow> = {}): RawRow => ({
  line: 7,
  name: '王强',
  phone: '13800138000',
  work: '第三中学',
  home: '闫满村',
  skills: '',
  ...over,
});
const read = (over: Partial<RawRow>): ReadRow => readRow(row(over), TOWN, SKILLS);

test('a row is read as it was meant', () => {
  expect(read({ name: ' 王 强 ', work: ' 第三中学 ', home: ' 柳沟 ', skills: '理发、电工' })).toEqual({
    ok: true,
    line: 7,
    entry: {
      name: '王强',
      phone: '13800138000',
      work: '第三中学',
      home: '370114/guanzhuang/yanman/v02/',
      homeWords: '柳沟村',
      skills: ['barber', 'electric'],
    },
  });
});

test.each([
  ['138 0013 8000'],
  ['138-0013-8000'],
  ['8613800138000'],
  ['+86 138 0013 8000'],
  // as a spreadsheet gives a number
  ['13800138000.0'],
])('the phone %s is 13800138000', (phone) => {
  expect(read({ phone })).toMatchObject({ ok: true, entry: { phone: '13800138000' } });
});

test.each([['闫满'], ['闫满村'], ['闫满社区'], ['闫满村委会'], ['闫满居委会']])('%s is 闫满村', (home) => {
  expect(read({ home })).toMatchObject({ ok: true, entry: { homeWords: '闫满村' } });
});

test.each([
  ['', []],
  ['电工', ['electric']],
  ['电工，理发', ['electric', 'barber']],
  ['电工,理发;', ['electric', 'barber']],
  ['电工/理发', ['electric', 'barber']],
  [' 电工 理发 ', ['electric', 'barber']],
])('the skills %j', (skills, expected) => {
  expect(read({ skills })).toMatchObject({ ok: true, entry: { skills: expected } });
});

test.each<[Partial<RawRow>, string]>([
  [{ name: '王' }, '姓名要写 2 到 10 个汉字'],
  [{ name: 'Wang' }, '姓名要写 2 到 10 个汉字'],
  [{ name: '一二三四五六七八九十一' }, '姓名要写 2 到 10 个汉字'],
  [{ phone: '138****8000' }, '电话是打了星号的，请换成完整的号码'],
  [{ phone: '1380013800' }, '电话要写 11 位手机号'],
  [{ phone: '138001380001' }, '电话要写 11 位手机号'],
  [{ phone: '23800138000' }, '电话要写 11 位手机号'],
  // with the country's 86, but two digits short
  [{ phone: '86138001380' }, '电话要写 11 位手机号'],
  [{ work: ' ' }, '请写工作单位'],
  [{ home: ' ' }, '请写居住的村'],
  [{ home: '村' }, '没有叫“村”的村，请按名单上的村名写'],
  [{ home: ' 张家庄 ' }, '没有叫“张家庄”的村，请按名单上的村名写'],
  // a grid of the area is no village
  [{ home: '第1网格' }, '没有叫“第1网格”的村，请按名单上的村名写'],
  [{ skills: '电工、飞行' }, '特长“飞行”不在名单里，可以留空'],
])('%j is refused and says how to mend it', (over, words) => {
  expect(read(over)).toEqual({ ok: false, line: 7, words });
});

test('of rows with one phone the first is taken, and each of the others names it', () => {
  const rows = [
    read({ line: 1 }),
    read({ line: 2, phone: '13800138001' }),
    read({ line: 3, phone: '' }),
    read({ line: 4, name: '张伟' }),
    read({ line: 5 }),
  ];
  const [first, other, wrong] = rows;
  const twice = '和第 1 行是同一个电话，请核对';
  expect(withoutDoubles(rows)).toEqual([
    first,
    other,
    wrong,
    { ok: false, line: 4, words: twice },
    { ok: false, line: 5, words: twice },
  ]);
});

test('a service goes to the teams that serve it, and to none where there are none', () => {
  const team = (id: string, services?: string[]) => ({
    id,
    name: id,
    line: '',
    skills: [],
    ...(services && { services }),
  });
  const [handy, drivers, singers] = [
    team('handy', ['plumbing', 'errand']),
    team('drivers', ['errand']),
    team('singers'),
  ];
  expect(teamsFor([handy, drivers, singers], 'plumbing')).toEqual([handy]);
  expect(teamsFor([handy, drivers, singers], 'errand')).toEqual([handy, drivers]);
  expect(teamsFor(undefined, 'errand')).toEqual([]);
});

describe('who says that an entry is theirs', () => {
  const entry: Enrolment = {
    ...{ _id: 'e1', area: 'a/', name: '王建国', phone: '17000010002', work: '税务局', home: 'a/v01/' },
    ...{ homeWords: '闫满村', skills: [], state: 'waiting', person: null, at: 1, importedAt: 1 },
  };
  const claim = (person: string, proven: boolean, at = 2) => ({ person, proven, at });
  const by = (from: Enrolment, made: ReturnType<typeof claim>): Enrolment => ({
    ...from,
    ...claimed(from, made, (one) => one === made.person),
  });

  test('with a proven number it is theirs at once, and what others said of it falls away', () => {
    const guessed = by(entry, claim('u_guess', false));
    expect(guessed).toMatchObject({ state: 'contested', person: null });
    expect(by(guessed, claim('u_me', true))).toMatchObject({ state: 'reported', person: 'u_me', claims: [] });
  });

  test('who has it already changes nothing by saying so again', () => {
    const mine = by(entry, claim('u_me', true));
    expect(claimed(mine, claim('u_me', true), (one) => one === 'u_me')).toBeNull();
  });

  test('one claim for each person; a proven one takes the place of their own guess, never the other way', () => {
    const taken = by(entry, claim('u_first', true));
    const twice = by(by(taken, claim('u_me', false)), claim('u_me', false, 3));
    expect(twice.claims).toEqual([claim('u_me', false)]);
    const proven = by(twice, claim('u_me', true, 4));
    expect(proven.claims).toEqual([claim('u_me', true, 4)]);
    expect(by(proven, claim('u_me', false, 5)).claims).toEqual(proven.claims);
  });

  test('guesses give way, oldest first; proven claims never do', () => {
    const full = [
      claim('u_p', true),
      ...Array.from({ length: CLAIMS_MAX - 1 }, (_, n) => claim(`u_${n}`, false)),
    ];
    const contested: Enrolment = { ...entry, state: 'contested', person: 'u_first', claims: full };
    const more = by(contested, claim('u_more', false, 9));
    expect(more.claims).toHaveLength(CLAIMS_MAX);
    expect(more.claims?.map(({ person }) => person)).toEqual(['u_p', 'u_1', 'u_2', 'u_3', 'u_more']);
    const all = { ...contested, claims: full.map((one) => ({ ...one, proven: true })) };
    expect(claimed(all, claim('u_more', true), () => false)).toBeNull();
  });

  test('the desk gives it to one, or to nobody, and it waits again', () => {
    expect(decided('u_me', 5)).toEqual({ person: 'u_me', state: 'reported', at: 5, claims: [] });
    expect(decided(null, 5)).toEqual({ person: null, state: 'waiting', at: 5, claims: [] });
    expect(claimants({ person: 'u_first', claims: [claim('u_me', true)] })).toEqual(['u_first', 'u_me']);
  });
});
