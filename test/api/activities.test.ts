/** Activities through the real functions: whole lives, many at once, hours, certificates, and who sees what. */
import type { Input } from '@/contract';
import type { Activity, Plan } from '@/domain/activity/activity';
import { personsWith } from '@/domain/activity/activity';
import type { Participation } from '@/domain/record/participation';
import { sayWallCode, wallCode } from '@/domain/record/wall-code';
import { DAY, HOUR, MINUTE } from '@/domain/time/day';
import { verifyAudit } from '@/scripts/audit-verify';
import { PLAN } from '@/test/builders/activity';
import { AREA } from '@/test/builders/town';
import { FAR_SCENE, type Name, SCENE, withYima } from '@/test/support/yima';

const yima = withYima();
const many = <T>(count: number, make: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));

beforeEach(async () => {
  for (const name of ['activities', 'participations', 'certificates', 'enrolments', 'notices'])
    await yima.emulator.db.collection(name).where({}).remove();
});

type Move = Input<'activity.move'>['move'];
const key = () => crypto.randomUUID();
const move = (name: Name, id: string, what: Move, over: Partial<Input<'activity.move'>> = {}) =>
  yima.call(name, 'activity.move', { id, key: key(), move: what, ...over });
const tried = (name: Name, id: string, what: Move, over: Partial<Input<'activity.move'>> = {}) =>
  yima.outcome(name, 'activity.move', { id, key: key(), move: what, ...over });

async function register(
  name: Name,
  called = '志愿者',
  over: Partial<Input<'volunteer.register'>> = {},
): Promise<void> {
  await yima.call(name, 'volunteer.register', {
    name: called,
    phone: '17000000009',
    skills: [],
    places: [`${AREA}v01/`],
    times: [],
    teams: [],
    minor: false,
    guardian: null,
    consent: true,
    ...over,
  });
}

/** An activity of two hours, three days from now, published by the desk. */
async function published(
  capacity = 2,
  over: Partial<Plan> = {},
): Promise<{ id: string; startsAt: number; endsAt: number }> {
  const startsAt = yima.now + 3 * DAY;
  const endsAt = startsAt + 2 * HOUR;
  const plan = { ...PLAN, startsAt, endsAt, capacity, ...over, skills: [] };
  const { id } = await yima.call('ma', 'activity.draft', { key: key(), scene: SCENE(), plan });
  await move('qian', id, 'publish');
  return { id, startsAt, endsAt };
}

const stored = async (id: string): Promise<Activity> =>
  (await yima.emulator.db.collection('activities').doc(id).get()).data[0];
async function parts(id: string): Promise<Participation[]> {
  return (await yima.emulator.db.collection('participations').where({ 'source.id': id }).limit(1000).get())
    .data;
}

/** One's own part, moved. */
async function check(
  name: Name,
  id: string,
  what: Input<'record.move'>['move'],
  over: Partial<Input<'record.move'>> = {},
): Promise<string> {
  const { part } = await yima.call(name, 'activity.read', { id });
  const input = { id: part?.id ?? '', key: key(), move: what, scene: SCENE(), ...over };
  return yima.outcome(name, 'record.move', input);
}

test('from publication to the hours: signed up, reminded, checked in and out by the code', async () => {
  await register('guest1', '安然');
  const { id, startsAt, endsAt } = await published();
  const joined = await move('guest1', id, 'join');
  expect(joined).toMatchObject({ mine: 'seated', seated: 1, part: { state: 'seated' } });
  expect(await check('guest1', id, 'checkIn')).toBe('CHECK_TOO_EARLY');

  yima.at(startsAt - DAY);
  await yima.tick();
  const told = (await yima.call('guest1', 'notice.list', {})).rows.map(({ words }) => words);
  expect(told).toEqual([expect.stringContaining('明天有您报名的“河边捡垃圾”')]);

  yima.at(startsAt - 10 * MINUTE);
  await yima.tick();
  expect(await check('guest1', id, 'checkIn', { scene: FAR_SCENE() })).toBe('WRONG_PLACE');
  expect(await check('guest1', id, 'checkIn')).toBe('ok');
  expect(await tried('guest1', id, 'leave')).toBe('HERE_ALREADY');
  yima.at(endsAt + 5 * MINUTE);
  expect(await check('guest1', id, 'checkOut')).toBe('ok');
  const record = await yima.call('guest1', 'record.list', { box: 'record' });
  // From the start, not from the check-in before it; until the check-out: 125 minutes, in steps of six.
  expect(record).toMatchObject({ minutes: 120, hours: '2 小时', times: 1 });
  expect(record.rows[0]).toMatchObject({ state: 'done', standing: expect.stringContaining('公示到') });
  expect(await yima.emulator.scans()).toEqual([]);
});

test('nobody but volunteers signs up; residents see it, and drafts are seen by those who make them', async () => {
  const { id } = await published();
  expect(await tried('lin', id, 'join')).toBe('NOT_ALLOWED');
  expect((await yima.call('lin', 'activity.read', { id })).allowed).toEqual([]);
  const draft = await yima.call('ma', 'activity.draft', {
    key: key(),
    scene: SCENE(),
    plan: { ...PLAN, skills: [], startsAt: yima.now + DAY, endsAt: yima.now + DAY + HOUR },
  });
  expect(await tried('ma', draft.id, 'publish')).toBe('NOT_ALLOWED');
  const asked = await Promise.all(
    (['lin', 'zhao', 'tao', 'qian', 'shu', 'ma'] as const).map((name) =>
      yima.outcome(name, 'activity.read', { id: draft.id }),
    ),
  );
  expect(asked).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'ok', 'ok', 'ok']);
});

test('eighty sign up at once for twenty places: twenty have one, twenty wait, in the order of the queue', async () => {
  const { id } = await published(20);
  await many(80, (index) => register(`guest${1000 + index}`));
  const outcomes = await many(100, (index) => tried(`guest${1000 + (index % 80)}`, id, 'join'));
  const activity = await stored(id);
  expect(personsWith(activity, 'seated')).toHaveLength(20);
  expect(personsWith(activity, 'waiting')).toHaveLength(20);
  expect(activity).toMatchObject({ free: 0, waitFree: 0 });
  expect(new Set(activity.queue).size).toBe(20);
  expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(40);
  expect(outcomes.filter((outcome) => !['ok', 'JOINED_ALREADY', 'ACTIVITY_FULL'].includes(outcome))).toEqual(
    [],
  );

  // Ten leave at the same moment: the first ten of the queue have their places.
  const leaving = (await parts(id)).filter(({ state }) => state === 'seated').slice(0, 10);
  const names = new Map<string, Name>();
  await many(80, async (index) => {
    const name: Name = `guest${1000 + index}`;
    names.set((await yima.call(name, 'session.open', {})).id, name);
  });
  const left = await Promise.all(leaving.map(({ person }) => tried(names.get(person) as Name, id, 'leave')));
  expect(left.every((outcome) => outcome === 'ok')).toBe(true);
  const after = await stored(id);
  expect(personsWith(after, 'seated')).toHaveLength(20);
  expect(after.queue).toEqual(activity.queue.slice(10));
  yima.later(MINUTE);
  await many(3, () => yima.tick());
  await yima.tick();
  const known = await parts(id);
  for (const part of known)
    expect([part.person, part.state]).toEqual([part.person, after.roster[part.person]?.state]);
  expect(known.filter(({ state }) => state === 'seated')).toHaveLength(20);
  const { data } = await yima.emulator.db
    .collection('notices')
    .where({ kind: 'activity-promoted', 'about.id': id })
    .limit(100)
    .get();
  expect((data as { to: string }[]).map(({ to }) => to).sort()).toEqual(activity.queue.slice(0, 10).sort());
}, 120_000);

test('one submit sent twenty times is one sign-up, and all are answered', async () => {
  await register('guest1');
  const { id } = await published();
  const submit = { id, key: key(), move: 'join' as const };
  const outcomes = await many(20, () => yima.outcome('guest1', 'activity.move', submit));
  expect(outcomes.every((outcome) => outcome === 'ok')).toBe(true);
  expect(await parts(id)).toHaveLength(1);
  expect((await stored(id)).free).toBe(1);
});

test('a sign-up that broke off after the place was taken is finished by the jobs', async () => {
  await register('guest1', '安然');
  const { id } = await published();
  await move('guest1', id, 'join');
  await yima.emulator.db.collection('participations').where({ 'source.id': id }).remove();
  yima.later(MINUTE);
  await yima.tick();
  expect(await parts(id)).toMatchObject([{ state: 'seated', name: '安然' }]);
  expect((await stored(id)).unheard).toEqual([]);
});

test('two activities at the same hour: nobody serves in both at once', async () => {
  await register('guest1');
  const [one, other] = [await published(), await published()];
  for (const { id } of [one, other]) await move('guest1', id, 'join');
  yima.at(one.startsAt);
  await yima.tick();
  expect(await check('guest1', one.id, 'checkIn')).toBe('ok');
  expect(await check('guest1', other.id, 'checkIn')).toBe('HERE_ELSEWHERE');
});

test('who forgets to check out says when they left, and a second person agrees', async () => {
  await register('guest1', '安然');
  const { id, startsAt, endsAt } = await published();
  await move('guest1', id, 'join');
  yima.at(startsAt);
  await yima.tick();
  await check('guest1', id, 'checkIn');
  yima.at(endsAt + 2 * HOUR);
  await yima.tick();
  yima.later(MINUTE);
  await yima.tick();
  yima.later(MINUTE);
  await yima.tick();
  expect(await parts(id)).toMatchObject([{ state: 'unsure', minutes: null }]);
  const told = (await yima.call('guest1', 'notice.list', {})).rows.map(({ words }) => words);
  expect(told[0]).toContain('没有签退');
  expect(await check('guest1', id, 'amend', { minutes: 110, text: '十点五十走的' })).toBe('ok');
  expect(await check('guest1', id, 'grant')).toBe('NEEDS_ANOTHER');
  const people = await yima.call('ma', 'activity.people', { id });
  expect(people.rows[0]).toMatchObject({ name: '安然', amendment: '本人申请改为 1.8 小时：十点五十走的' });
  const agreed = { id: people.rows[0]?.id ?? '', key: key(), move: 'grant' as const };
  expect(await yima.call('ma', 'record.move', agreed)).toMatchObject({ state: 'done', minutes: 108 });
  expect(await yima.call('guest1', 'record.list', { box: 'record' })).toMatchObject({ minutes: 108 });
});

/** guest1 has two hours that are past their notice. */
async function served(called = '安然'): Promise<{ id: string; part: string }> {
  await register('guest1', called);
  const { id, startsAt, endsAt } = await published();
  await move('guest1', id, 'join');
  yima.at(startsAt);
  await yima.tick();
  await check('guest1', id, 'checkIn');
  yima.at(endsAt);
  await check('guest1', id, 'checkOut');
  const [part] = (await yima.call('guest1', 'record.list', { box: 'record' })).rows;
  return { id, part: part?.id ?? '' };
}

test('a certificate: after seven days of notice, once for one submit, verified by anybody with its code', async () => {
  await served();
  const submit = { key: key() };
  expect(await yima.outcome('guest1', 'certificate.issue', submit)).toBe('NOTHING_TO_CERTIFY');
  yima.later(7 * DAY);
  const issued = await many(10, () => yima.call('guest1', 'certificate.issue', submit));
  expect(new Set(issued.map((each) => JSON.stringify(each))).size).toBe(1);
  const [certificate] = issued;
  expect(certificate).toMatchObject({
    name: '安然',
    hours: '2 小时',
    issuer: '闫满工作区',
    inCharge: '舒记',
    handler: '钱调',
    lines: [{ title: '河边捡垃圾', hours: '2 小时' }],
    stale: false,
  });
  const { no = '', code = '' } = certificate ?? {};
  const verified = await yima.call('nobody', 'certificate.verify', { no, code });
  expect(verified).toEqual({
    no,
    name: '安*',
    hours: '2 小时',
    times: 1,
    period: certificate?.period,
    issuer: '闫满工作区',
    when: certificate?.when,
    stale: false,
  });
  const wrong = [
    { no, code: code === 'AAAA-AAAA' ? 'BBBB-BBBB' : 'AAAA-AAAA' },
    { no: 'YM2026-00000000', code },
  ];
  for (const each of wrong)
    expect(await yima.outcome('nobody', 'certificate.verify', each)).toBe('CERTIFICATE_UNKNOWN');
  expect(await yima.outcome('wang', 'certificate.read', { no })).toBe('NOT_FOUND');
});

test('a line that is corrected or deleted makes its certificates stale; what is deleted names nobody', async () => {
  const { id, part } = await served('欧阳安');
  yima.later(7 * DAY);
  const { no, code } = await yima.call('guest1', 'certificate.issue', { key: key() });
  const amended = { id: part, key: key(), move: 'amend' as const, minutes: 60, text: '提前走了' };
  await yima.call('ma', 'record.move', amended);
  await yima.call('guest1', 'record.move', { id: part, key: key(), move: 'grant' });
  expect(await yima.call('nobody', 'certificate.verify', { no, code })).toMatchObject({ stale: true });

  expect(await yima.call('guest1', 'record.move', { id: part, key: key(), move: 'erase' })).toMatchObject({
    state: 'erased',
  });
  const text = JSON.stringify(await parts(id));
  expect(text).not.toContain('欧阳安');
  expect(text).not.toContain((await yima.call('guest1', 'session.open', {})).id);
  // and what is left of the history still holds together (other tests' cases were cleared away here)
  const { faults } = await verifyAudit(yima.emulator.db);
  expect(faults.filter((fault) => JSON.stringify(fault).includes(part))).toEqual([]);
  expect(await yima.call('guest1', 'record.list', { box: 'record' })).toMatchObject({ minutes: 0, rows: [] });
  const { rows } = await yima.call('ma', 'activity.people', { id });
  expect(rows).toEqual([]);
});

test('everything kept of somebody can be taken along', async () => {
  await served();
  expect(await yima.call('guest1', 'record.export', {})).toMatchObject({
    name: '安然',
    rows: [{ title: '河边捡垃圾', hours: '2 小时', state: '已完成', checks: expect.stringContaining('到') }],
  });
});

test('who cannot scan types what stands beside the code of that very place', async () => {
  await register('guest1');
  const { id, startsAt } = await published();
  await move('guest1', id, 'join');
  yima.at(startsAt);
  await yima.tick();
  const { part } = await yima.call('guest1', 'activity.read', { id });
  const typed = (code: string) =>
    yima.outcome('guest1', 'record.move', { id: part?.id ?? '', key: key(), move: 'checkIn', code });
  expect(await typed(FAR_SCENE().slice(-8))).toBe('WRONG_PLACE');
  expect(await typed('00000000')).toBe('WRONG_PLACE');
  expect(await typed('k7qm-2xda')).toBe('BAD_INPUT');
  expect(await typed(wallCode(sayWallCode(SCENE())) ?? '')).toBe('ok');
});

test('the record as the law lists it: service, training, what was said of it, honours', async () => {
  const { part } = await served();
  const appraise = { id: part, key: key(), move: 'appraise' as const, text: '来得早，老人都夸' };
  await many(3, () => yima.call('ma', 'record.move', appraise));
  expect(await yima.outcome('guest1', 'record.move', { ...appraise, key: key() })).toBe('NOT_ALLOWED');
  const reply = { id: part, key: key(), move: 'reply' as const, text: '应该的' };
  await yima.call('guest1', 'record.move', reply);
  expect(await yima.outcome('guest1', 'record.move', { ...reply, key: key() })).toBe('NOTHING_PENDING');
  expect(await yima.outcome('guest2', 'record.move', { ...reply, key: key() })).toBe('NOT_FOUND');

  const { id, startsAt, endsAt } = await published(2, { theme: 'training', title: '学急救' });
  await move('guest1', id, 'join');
  yima.at(startsAt);
  await yima.tick();
  await check('guest1', id, 'checkIn');
  yima.at(endsAt);
  await check('guest1', id, 'checkOut');

  const no = (await yima.call('guest1', 'session.open', {})).volunteer?.no ?? '';
  const honour = await yima.call('qian', 'honour.announce', {
    key: key(),
    ...{ title: '最美志愿者', text: '', way: 'vote' as const, jury: [], places: 1 },
    ...{ nominateDays: 1, voteDays: 1, noticeDays: 3 },
  });
  const nominate = { id: honour.id, key: key(), move: 'nominate' as const, agreed: true as const };
  await yima.call('ma', 'honour.move', { ...nominate, name: '安然', text: '热心', no });
  yima.later(DAY);
  await yima.tick();
  expect(JSON.stringify(await yima.call('zhao', 'honour.read', { id: honour.id }))).not.toContain(no);
  await yima.call('zhao', 'honour.vote', { id: honour.id, choices: ['n1'] });
  for (const days of [2, 4]) {
    yima.later(days * DAY);
    await yima.tick();
  }
  const record = await yima.call('guest1', 'record.list', { box: 'record' });
  expect(record).toMatchObject({ minutes: 120, times: 1, training: '另有培训 1 次，2 小时' });
  expect(record.honours).toEqual([expect.stringMatching(/^最美志愿者（\d+月\d+日）$/)]);
  const { rows } = await yima.call('guest1', 'record.export', {});
  expect(rows.map(({ kind, title }) => [kind, title])).toEqual([
    ['表彰奖励', '最美志愿者'],
    ['培训', '学急救'],
    ['服务', '河边捡垃圾'],
  ]);
  expect(rows[2]?.appraisal).toBe('马建评价：来得早，老人都夸；本人说明：应该的');
  // a training is certified as no service, and earns no points
  yima.later(30 * DAY);
  await yima.tick();
  const certificate = await yima.call('guest1', 'certificate.issue', { key: key() });
  expect(certificate.lines).toHaveLength(1);
  const { accounts } = await yima.call('guest1', 'points.mine', {});
  expect(accounts).toMatchObject([{ balance: 4 }]);
});

test('who is no volunteer any more gives the places back, and keeps the record', async () => {
  await served();
  await register('guest2');
  const { id } = await published(1);
  await move('guest1', id, 'join');
  await move('guest2', id, 'join');
  expect((await yima.call('guest1', 'volunteer.leave', {})).volunteer).toBeNull();
  expect(await yima.call('guest2', 'activity.read', { id })).toMatchObject({ mine: 'seated' });
  expect(await yima.call('guest1', 'record.list', { box: 'record' })).toMatchObject({ minutes: 120 });
});

test('no-show: a neutral word for oneself and the organiser, nothing for others', async () => {
  await register('guest1', '安然');
  await register('guest2', '白露');
  const { id, startsAt, endsAt } = await published();
  for (const name of ['guest1', 'guest2'] as const) await move(name, id, 'join');
  yima.at(startsAt);
  await yima.tick();
  await check('guest2', id, 'checkIn');
  yima.at(endsAt);
  await check('guest2', id, 'checkOut');
  await move('ma', id, 'finish');
  yima.later(MINUTE);
  await yima.tick();
  expect((await yima.call('guest1', 'activity.read', { id })).part?.stateWords).toBe('未签到');
  const seen = await yima.call('guest2', 'activity.read', { id });
  expect(seen.notice).toEqual([{ name: '白*', hours: '2 小时' }]);
  expect(JSON.stringify(seen)).not.toContain('未签到');
  expect(JSON.stringify(seen)).not.toContain('安');
});

test('phones of those who take part are for whoever answers for the activity, until it is over', async () => {
  await register('guest1', '安然');
  const { id, endsAt } = await published();
  await move('guest1', id, 'join');
  const phone = async (name: Name) => (await yima.call(name, 'activity.people', { id })).rows[0]?.phone;
  expect(await phone('ma')).toBe('170****0009');
  const { id: part = '' } = (await yima.call('ma', 'activity.people', { id })).rows[0] ?? {};
  expect(await yima.call('ma', 'activity.phone', { id: part })).toEqual({ phone: '17000000009' });
  for (const name of ['lin', 'guest1', 'zhao', 'tao'] as const) {
    expect(await yima.outcome(name, 'activity.people', { id })).toBe('NOT_ALLOWED');
    expect(JSON.stringify(await yima.ask(name, 'activity.read', { id }))).not.toContain('17000000009');
    expect(await yima.outcome(name, 'activity.phone', { id: part })).toBe('NOT_ALLOWED');
  }
  yima.at(endsAt + 3 * HOUR);
  expect(await phone('ma')).toBe('');
  expect(await yima.call('ma', 'activity.phone', { id: part })).toEqual({ phone: '' });
});

describe('双报到', () => {
  const row = (line: number, over: object = {}) => ({
    line,
    name: '王建国',
    phone: `1700001${String(line).padStart(4, '0')}`,
    work: '区税务局',
    home: '闫满村',
    skills: '律师、电工',
    ...over,
  });
  const list = [
    row(2),
    row(3, { name: '李' }),
    row(4, { phone: '170****0004' }),
    row(5, { home: '没有村' }),
    row(6, { skills: '飞行' }),
    row(7, { phone: '17000010002' }),
    row(8, { name: '赵红', home: '柳沟', skills: '' }),
  ];

  test('tried first, row by row; then taken; the same list again changes nothing', async () => {
    const dry = await yima.call('qian', 'enrolment.import', { dry: true, rows: list });
    expect(dry).toMatchObject({ fresh: 2, wrong: 5, changed: 0, same: 0 });
    expect(
      dry.rows.filter(({ outcome }) => outcome === 'wrong').map(({ line, words }) => `${line} ${words}`),
    ).toEqual([
      '3 姓名要写 2 到 10 个汉字',
      '4 电话是打了星号的，请换成完整的号码',
      '5 没有叫“没有村”的村，请按名单上的村名写',
      '6 特长“飞行”不在名单里，可以留空',
      '7 和第 2 行是同一个电话，请核对',
    ]);
    const count = async () => (await yima.emulator.db.collection('enrolments').count()).total;
    expect(await count()).toBe(0);
    expect(await yima.call('qian', 'enrolment.import', { dry: false, rows: list })).toMatchObject({
      fresh: 2,
    });
    await many(5, () => yima.call('qian', 'enrolment.import', { dry: false, rows: list }));
    expect(await count()).toBe(2);
    const again = await yima.call('qian', 'enrolment.import', {
      dry: false,
      rows: [row(2, { work: '区法院' })],
    });
    expect(again).toMatchObject({ changed: 1, fresh: 0 });
  });

  test('one reports by name and phone; of twenty who claim to be the same person one is', async () => {
    await yima.call('qian', 'enrolment.import', { dry: false, rows: [row(2)] });
    const me = { key: key(), scene: SCENE(), name: '王建国', phone: '17000010002' };
    const code = `phone-${me.phone}`;
    await yima.call('wang', 'profile.phone', { code });
    expect(await yima.outcome('wang', 'enrolment.report', { ...me, name: '王建军' })).toBe('ENROL_UNKNOWN');
    await many(20, (index) => yima.call(`guest${index}`, 'profile.phone', { code }));
    const outcomes = await many(20, (index) => yima.outcome(`guest${index}`, 'enrolment.report', me));
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'ENROL_TAKEN')).toHaveLength(19);
    // whoever came later is not lost: the desk sees them, and decides
    const open = await yima.call('qian', 'enrolment.list', { box: 'contested' });
    expect(open).toMatchObject({ listed: 1, reported: 0, contested: 1, rows: [{ phone: '170****0002' }] });
    const [first = { id: '', claims: [] }] = open.rows;
    expect(first.claims.map(({ holds, proven }) => [holds, proven])).toEqual([
      [true, false],
      ...Array.from({ length: 5 }, () => [false, true]),
    ]);
    const chosen = first.claims[3]?.person ?? '';
    await yima.call('qian', 'enrolment.decide', { id: first.id, person: chosen });
    const reported = await yima.call('qian', 'enrolment.list', { box: 'reported' });
    expect(reported).toMatchObject({ listed: 1, reported: 1, rows: [{ name: '王建国' }] });
    const { data } = await yima.emulator.db.collection('people').where({ _id: chosen }).get();
    expect(data[0]).toMatchObject({
      proven: { phone: me.phone, by: 'desk' },
      organisations: [{ kind: 'work' }, { kind: 'home' }],
    });
  });
});
