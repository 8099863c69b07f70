/** A number that somebody typed proves nothing: nobody is found by it, and nobody takes a place on a list with it. */
import { DAY, HOUR } from '@/domain/time/day';
import { fulfilled, idOf } from '@/test/builders/standing';
import { AREA } from '@/test/builders/town';
import { type Name, SCENE, withYima } from '@/test/support/yima';

jest.setTimeout(120_000);
const yima = withYima();
const key = () => crypto.randomUUID();
const PHONE = '17000012345';
const typed = (name: Name, phone: string) => yima.call(name, 'profile.save', { name: '某人', phone });
const byWeChat = (name: Name, phone: string) => yima.call(name, 'profile.phone', { code: `phone-${phone}` });
const found = async (phone: string) => {
  const answer = await yima.ask('zhao', 'conduct.person', { phone });
  return answer.ok ? answer.data.person : answer.code;
};
const entries = async () =>
  (await yima.emulator.db.collection('enrolments').where({}).limit(100).get()).data as {
    person: string | null;
    state: string;
    claims?: { person: string; proven: boolean }[];
  }[];

test('who types a volunteer’s number is not found in their place', async () => {
  for (const name of ['guest1', 'guest2', 'guest3'] as const) await fulfilled(yima, name, 1);
  await typed('guest1', PHONE);
  expect(await found(PHONE)).toBe('PERSON_UNKNOWN');
  await byWeChat('guest2', PHONE);
  await typed('guest3', PHONE);
  expect(await found(PHONE)).toBe(idOf('guest2'));
});

test.each([
  ['profile.save', { name: '某人', phone: '17000099999' }],
  ['rights.correct', { name: '某人', phone: '17000099999' }],
  [
    'volunteer.register',
    {
      ...{ name: '某人', phone: '17000099999', skills: [], places: [AREA], times: [], teams: [] },
      ...{ minor: false, guardian: null, consent: true },
    },
  ],
  ['rights.withdraw', { what: 'contact' }],
] as const)('what WeChat gave is lost when another number is written: %s', async (action, input) => {
  await byWeChat('guest2', PHONE);
  expect(await found(PHONE)).toBe(idOf('guest2'));
  await yima.call('guest2', action, input);
  expect(await found(PHONE)).toBe('PERSON_UNKNOWN');
  // and typing it again gives nothing back
  await typed('guest2', PHONE);
  expect(await found(PHONE)).toBe('PERSON_UNKNOWN');
});

test('a name beside the same number leaves it proven', async () => {
  await byWeChat('guest2', PHONE);
  await typed('guest2', PHONE);
  expect(await found(PHONE)).toBe(idOf('guest2'));
});

test('235 typed numbers give one answer each, and take nothing', async () => {
  const rows = [
    { line: 2, name: '王建国', phone: '17000010200', work: '税务局', home: '闫满村', skills: '' },
  ];
  await yima.call('qian', 'enrolment.import', { dry: false, rows });
  const answers = new Set<string>();
  for (let n = 0; n < 235; n++) {
    const phone = `1700001${String(n).padStart(4, '0')}`;
    await typed('guest9', phone);
    const answer = await yima.ask('guest9', 'enrolment.report', {
      key: key(),
      scene: SCENE(),
      name: '王建国',
      phone,
    });
    answers.add(JSON.stringify({ ...answer, requestId: '', now: 0 }));
  }
  expect(answers.size).toBe(1);
  expect([...answers][0]).toContain('PHONE_UNPROVEN');
  const [entry] = await entries();
  expect(entry).toMatchObject({ person: null, state: 'contested', claims: [{ proven: false }] });
  // who proves the number has the place at once, whatever was guessed before
  await byWeChat('guest10', '17000010200');
  const given = { key: key(), scene: SCENE(), name: '王建国', phone: '17000010200' };
  expect(await yima.outcome('guest10', 'enrolment.report', given)).toBe('ok');
  expect((await entries())[0]).toMatchObject({ person: idOf('guest10'), state: 'reported', claims: [] });
});

test('a place that was taken is contested, and the desk gives it to whom it has seen', async () => {
  // as it was stored before numbers were proven: guest9 has taken it
  const taken = { person: idOf('guest9'), state: 'reported', turn: null, claims: [] };
  await yima.emulator.db.collection('enrolments').where({ name: '王建国' }).update(taken);
  const given = { key: key(), scene: SCENE(), name: '王建国', phone: '17000010200' };
  expect(await yima.outcome('guest10', 'enrolment.report', given)).toBe('ENROL_TAKEN');
  const { rows } = await yima.call('qian', 'enrolment.list', { box: 'contested' });
  expect(rows[0]?.claims.map(({ holds, proven }) => [holds, proven])).toEqual([
    [true, false],
    [false, true],
  ]);
  const id = rows[0]?.id ?? '';
  expect(await yima.outcome('qian', 'enrolment.decide', { id, person: idOf('guest11') })).toBe('NOT_FOUND');
  expect(await yima.outcome('tao', 'enrolment.decide', { id, person: idOf('guest10') })).toBe('NOT_FOUND');
  await yima.call('qian', 'enrolment.decide', { id, person: idOf('guest10') });
  expect((await entries())[0]).toMatchObject({ person: idOf('guest10'), state: 'reported', claims: [] });
  const words = async (name: Name) => (await yima.call(name, 'notice.list', {})).rows[0]?.words;
  expect(await words('guest10')).toContain('已登记');
  expect(await words('guest9')).toContain('没有登记');
  expect(await yima.outcome('qian', 'enrolment.decide', { id, person: idOf('guest9') })).toBe('MOVED_ON');
});

test('nobody decides a claim of their own, nor vouches for themselves', async () => {
  const rows = [{ line: 2, name: '钱调', phone: '17000010300', work: '税务局', home: '闫满村', skills: '' }];
  await yima.call('qian', 'enrolment.import', { dry: false, rows });
  const given = { key: key(), scene: SCENE(), name: '钱调', phone: '17000010300' };
  expect(await yima.outcome('qian', 'enrolment.report', given)).toBe('PHONE_UNPROVEN');
  const { rows: open } = await yima.call('shu', 'enrolment.list', { box: 'contested' });
  const decision = { id: open[0]?.id ?? '', person: idOf('qian') };
  expect(await yima.outcome('qian', 'enrolment.decide', decision)).toBe('NEEDS_ANOTHER');
  expect(await yima.outcome('shu', 'enrolment.decide', decision)).toBe('ok');
});

test('the desk has seen a volunteer’s phone: they are found by it from then on', async () => {
  const phone = '17000010400';
  const offer = { skills: [], places: [AREA], times: [], teams: [], minor: false, guardian: null } as const;
  for (const name of ['guest20', 'qian'] as const)
    await yima.call(name, 'volunteer.register', {
      name: '郭安',
      phone,
      consent: true,
      ...offer,
      places: [...offer.places],
      skills: [],
      times: [],
      teams: [],
    });
  expect(await found(phone)).toBe('PERSON_UNKNOWN');
  const seen = { name: '郭安', phone };
  expect(await yima.outcome('qian', 'volunteer.vouch', { id: idOf('qian'), ...seen })).toBe('NEEDS_ANOTHER');
  expect(await yima.outcome('tao', 'volunteer.vouch', { id: idOf('guest20'), ...seen })).toBe('NOT_FOUND');
  expect(await yima.call('qian', 'volunteer.vouch', { id: idOf('guest20'), ...seen })).toMatchObject({
    proven: true,
  });
  expect(await found(phone)).toBe(idOf('guest20'));
});

test('guesses are counted, for each person and for each entry', async () => {
  process.env.YIMA_LIMITS = 'on';
  yima.at(yima.now + DAY + HOUR);
  try {
    const guess = (name: Name, phone: string) =>
      yima.outcome(name, 'enrolment.report', { key: key(), scene: SCENE(), name: '王建国', phone });
    const mine: string[] = [];
    for (let n = 0; n < 15; n++) mine.push(await guess('guest30', `1700001${String(n).padStart(4, '0')}`));
    expect(mine.filter((code) => code === 'PHONE_UNPROVEN')).toHaveLength(10);
    expect(mine.slice(-5)).toEqual(Array.from({ length: 5 }, () => 'TOO_MANY'));
    const others: string[] = [];
    for (let n = 0; n < 15; n++) others.push(await guess(`guest${40 + n}`, '17000010200'));
    expect(others.filter((code) => code === 'TOO_MANY')).toHaveLength(5);
  } finally {
    process.env.YIMA_LIMITS = 'off';
  }
});
