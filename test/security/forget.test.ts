/** Whoever asks to be forgotten is: nowhere in the database and the file store, and the audit's chains still hold. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DAY, HOUR, MINUTE } from '@/domain/time/day';
import { verifyAudit } from '@/scripts/audit-verify';
import { PLAN } from '@/test/builders/activity';
import { fulfilled, idOf, onShelf } from '@/test/builders/standing';
import { AREA } from '@/test/builders/town';
import { type Name, openidOf, SCENE, withYima } from '@/test/support/yima';

const yima = withYima();
const NAME = '欧阳明月';
const PHONE = '17012345678';
const HOME = '梧桐里七号院东屋';
const ME: Name = 'guest1';
const contact = { name: NAME, phone: PHONE };
const key = () => crypto.randomUUID();
const collections = Object.keys(JSON.parse(readFileSync('database.json', 'utf8')).collections);

/** Where in the database these words still stand. */
async function found(words: readonly string[]): Promise<string[]> {
  const hits: string[] = [];
  for (const name of collections) {
    const { data } = await yima.emulator.db.collection(name).where({}).limit(1000).get();
    for (const row of data as { _id: string }[])
      for (const word of words)
        if (JSON.stringify(row).includes(word)) hits.push(`${name} ${row._id} ${word}`);
  }
  return hits;
}
const TRACES = [NAME, PHONE, HOME, idOf(ME), openidOf(ME)];

async function filed(over: object = {}): Promise<string> {
  return (await yima.call(ME, 'ticket.file', yima.filing({ contact, address: HOME, ...over }))).id;
}
const worked = async (id: string) => {
  await yima.call('zhao', 'ticket.move', yima.move(id, 'sign'));
  await yima.call('zhao', 'ticket.move', yima.move(id, 'contact', { contact: 'phone' }));
};
const state = async (collection: string, id: string) =>
  (await yima.emulator.db.collection(collection).doc(id).get()).data[0];

async function erased(): Promise<void> {
  await yima.call(ME, 'rights.erase', { sure: '全部删除' });
  yima.later(2 * MINUTE);
  await yima.tick();
  await yima.tick();
}

/** Everything that one person can do here. Gives what is looked at afterwards. */
async function usedEverything() {
  await yima.call(ME, 'profile.save', contact);
  const photo = await yima.photo(ME);
  const done = await filed({ photos: [photo], text: `我是${NAME}，电话${PHONE}，灯坏了` });
  await worked(done);
  await yima.call('zhao', 'ticket.move', yima.move(done, 'note', { text: `和${NAME}（${PHONE}）约好了` }));
  await yima.call(
    'zhao',
    'ticket.move',
    yima.move(done, 'resolve', { result: 'solved', text: `已到${HOME}换好灯泡` }),
  );
  await yima.call(ME, 'ticket.move', yima.move(done, 'rate', { level: 5, solved: 'yes', text: NAME }));
  const open = await filed();
  await worked(open);
  const danger = await filed({
    service: 'gas',
    answers: [{ id: 'now', answer: '没有了' }],
    text: `${HOME}有气味`,
  });
  const proxy = await filed({
    onBehalf: { name: '李奶奶', phone: '17000000077', callback: 'phone', consent: true },
    address: '福寿巷一号',
    text: `替李奶奶报，我是${NAME}`,
  });
  const resolved = await filed();
  await worked(resolved);
  await yima.call('zhao', 'ticket.move', yima.move(resolved, 'resolve', { result: 'solved', text: '换好' }));

  // a neighbour's wishes, and one of their own
  await yima.call(ME, 'volunteer.register', {
    ...contact,
    skills: ['electric'],
    places: [`${AREA}v01/`],
    times: [],
    teams: [],
    minor: false,
    guardian: null,
    consent: true,
  });
  await yima.volunteers(['guest2']);
  const wish = async (name: Name) => {
    const { id } = await yima.call(
      name,
      'wish.post',
      yima.wish(name === ME ? { contact, address: HOME } : {}),
    );
    await yima.call('qian', 'wish.move', yima.wishMove(id, 'approve'));
    return id;
  };
  const own = await wish(ME);
  const [claimed, queued, delivered] = [await wish('lin'), await wish('lin'), await wish('lin')];
  await yima.call(ME, 'wish.move', yima.wishMove(claimed, 'claim'));
  await yima.call(ME, 'wish.move', yima.wishMove(claimed, 'arrange', { text: `${NAME}明天来，打${PHONE}` }));
  await yima.call('guest2', 'wish.move', yima.wishMove(queued, 'claim'));
  await yima.call(ME, 'wish.move', yima.wishMove(queued, 'queue'));
  await yima.call(ME, 'wish.move', yima.wishMove(delivered, 'claim'));
  const shown = await yima.photo(ME, delivered);
  await yima.call(ME, 'wish.move', yima.wishMove(delivered, 'deliver', { text: '装好了', photos: [shown] }));

  // two activities: one to come, one served and certified
  const activity = async (days: number) => {
    const startsAt = yima.now + days * DAY;
    const plan = { ...PLAN, skills: [], startsAt, endsAt: startsAt + 2 * HOUR, capacity: 5 };
    const { id } = await yima.call('ma', 'activity.draft', { key: key(), scene: SCENE(), plan });
    await yima.call('qian', 'activity.move', { id, key: key(), move: 'publish' });
    await yima.call(ME, 'activity.move', { id, key: key(), move: 'join' });
    return { id, startsAt };
  };
  const part = async (id: string) => (await yima.call(ME, 'activity.read', { id })).part?.id ?? '';
  const past = await activity(1);
  const coming = await activity(30);
  yima.at(past.startsAt);
  await yima.tick();
  await yima.call(ME, 'record.move', {
    id: await part(past.id),
    key: key(),
    move: 'checkIn',
    scene: SCENE(),
  });
  yima.later(2 * HOUR);
  await yima.call(ME, 'record.move', {
    id: await part(past.id),
    key: key(),
    move: 'checkOut',
    scene: SCENE(),
  });
  const keepsake = await yima.photo(ME, await part(past.id));
  await yima.call(ME, 'record.move', {
    id: await part(past.id),
    key: key(),
    move: 'keepsake',
    photos: [keepsake],
  });
  yima.later(7 * DAY + HOUR);
  await yima.tick();
  await yima.call(ME, 'certificate.issue', { key: key() });

  // points, a return, a record under review, honours, consents
  await fulfilled(yima, ME, 3);
  const item = await onShelf(yima);
  await yima.call(ME, 'points.redeem', { key: key(), item, points: 5 });
  await yima.call('zhao', 'conduct.raise', {
    key: key(),
    person: idOf(ME),
    ground: 'leak',
    text: `${NAME}把老人的住址发在群里`,
  });
  const honour = await yima.call('qian', 'honour.announce', {
    key: key(),
    title: '好邻居',
    text: '',
    way: 'vote',
    jury: [],
    places: 1,
    nominateDays: 7,
    voteDays: 7,
    noticeDays: 5,
  });
  await yima.call(ME, 'honour.move', {
    id: honour.id,
    key: key(),
    move: 'nominate',
    name: '张三',
    text: '热心',
    agreed: true,
  });
  await yima.call(ME, 'notice.consent', { key: key(), templates: ['result'] });
  await yima.call('qian', 'enrolment.import', {
    dry: false,
    rows: [{ line: 2, name: NAME, phone: PHONE, work: '税务局', home: '闫满村', skills: '' }],
  });
  await yima.call(ME, 'profile.phone', { code: `phone-${PHONE}` });
  await yima.call(ME, 'enrolment.report', { key: key(), scene: SCENE(), ...contact });
  // and says of somebody else's entry that it is theirs
  await yima.call('qian', 'enrolment.import', {
    dry: false,
    rows: [{ line: 2, name: '王建国', phone: '17000010555', work: '税务局', home: '闫满村', skills: '' }],
  });
  const other = { key: key(), scene: SCENE(), name: '王建国', phone: '17000010555' };
  expect(await yima.outcome(ME, 'enrolment.report', other)).toBe('PHONE_UNPROVEN');
  await yima.tick();

  // a work identity, and something done with it that is written down
  await yima.emulator.db.collection('invitations').add({
    _id: createHash('sha256').update('ABCD2345').digest('hex'),
    person: 's_ma',
    area: AREA,
    usedBy: null,
    usedAt: null,
  });
  await yima.call(ME, 'staff.bind', { code: 'ABCD2345' });
  await yima.call(ME, 'place.codes', { path: `${AREA}v01/` });
  return {
    done,
    open,
    danger,
    proxy,
    resolved,
    own,
    claimed,
    queued,
    delivered,
    coming,
    past,
    item,
    photos: [photo, shown, keepsake],
  };
}

test('somebody who used everything is nowhere afterwards, and every chain holds', async () => {
  const used = await usedEverything();
  const files = async () =>
    (await yima.emulator.app.getTempFileURL({ fileList: used.photos })).fileList.map(
      (file) => file.tempFileURL,
    );
  expect((await found(TRACES)).length).toBeGreaterThan(40);
  for (const url of await files()) expect((await fetch(url)).status).toBe(200);
  const links = await files();
  const counted = await yima.call('shu', 'rates.read', { from: '2026-03-01', to: '2026-03-31' });

  const { at } = await yima.call(ME, 'rights.erase', { sure: '全部删除' });
  expect(at).toBe(yima.now + 2 * MINUTE);
  // nobody acts as this person meanwhile, and whatever instance remembers them has forgotten them by then
  expect(await yima.outcome(ME, 'session.open', {})).toBe('LEAVING');
  expect(await yima.outcome(ME, 'ticket.file', yima.filing())).toBe('LEAVING');
  yima.later(2 * MINUTE);
  const swept = await yima.tick();
  expect(swept.failed).toBe(0);
  yima.later(HOUR);
  await yima.tick();

  expect(await found(TRACES)).toEqual([]);
  for (const url of links) expect((await fetch(url)).status).not.toBe(200);
  expect((await verifyAudit(yima.emulator.db)).faults).toEqual([]);

  // what they had open has ended, a danger goes on, what was for somebody else too, and nobody waits for them
  expect((await state('tickets', used.open)).state).toBe('withdrawn');
  expect(await state('tickets', used.danger)).toMatchObject({ closedAt: null, reporterLeft: true });
  const proxy = await state('tickets', used.proxy);
  expect(proxy).toMatchObject({ closedAt: null, address: '福寿巷一号', beneficiary: { name: '李奶奶' } });
  expect(await state('tickets', used.resolved)).toMatchObject({
    reporter: { name: '' },
    text: '（已应本人要求删除）',
  });
  expect((await state('wishes', used.own)).state).toBe('withdrawn');
  expect(await state('wishes', used.claimed)).toMatchObject({ state: 'open', holder: null });
  expect((await state('wishes', used.queued)).queue).toEqual([]);
  expect(await state('wishes', used.delivered)).toMatchObject({ state: 'delivered', claimer: { id: '' } });
  expect((await state('activities', used.coming.id)).free).toBe(5);
  expect((await state('shelf', used.item)).left).toBe(100);
  // what was certified is known to nobody any more, and whoever works still finds what was done
  expect((await yima.call('zhao', 'ticket.read', { id: used.done })).story.length).toBeGreaterThan(4);
  expect((await yima.call('ma', 'activity.read', { id: used.past.id })).id).toBe(used.past.id);
  const after = await yima.call('shu', 'rates.read', { from: '2026-03-01', to: '2026-03-31' });
  expect(after.rates.length).toBe(counted.rates.length);

  // the deed is still there, by the office's own identity
  const { data } = await yima.emulator.db.collection('audit').where({ kind: 'deed' }).limit(100).get();
  expect((data as { what: string; by: string }[]).filter(({ by }) => by === 's_ma')).toHaveLength(3);
  // they may come back, as somebody new
  expect(await yima.call(ME, 'session.open', {})).toMatchObject({
    name: '',
    phone: '',
    volunteer: null,
    staff: null,
  });
});

test('life goes on for a month without them, and nothing brings them back', async () => {
  for (let day = 0; day < 40; day++) {
    yima.later(DAY);
    expect((await yima.tick()).failed).toBe(0);
  }
  expect(await found(TRACES)).toEqual([]);
  expect((await verifyAudit(yima.emulator.db)).faults).toEqual([]);
});

test('a deletion that breaks off anywhere is finished by the next sweep', async () => {
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await yima.call(ME, 'profile.save', contact);
  const photo = await yima.photo(ME);
  await filed({ photos: [photo] });
  await filed({ service: 'gas', answers: [{ id: 'now', answer: '没有了' }] });
  await yima.call(ME, 'wish.post', yima.wish({ contact, address: HOME }));
  await yima.call(ME, 'rights.erase', { sure: '全部删除' });
  yima.later(2 * MINUTE);
  for (const collection of ['tickets', 'wishes', 'notices', 'people']) {
    await yima.emulator.faults([{ kind: 'dropBefore', door: 'admin', collection }]);
    await yima.tick().catch(() => undefined);
    await yima.emulator.faults([{ kind: 'dropAfter', door: 'admin', collection }]);
    await yima.tick().catch(() => undefined);
  }
  await yima.emulator.faults([]);
  quiet.mockRestore();
  await yima.tick();
  expect(await found(TRACES)).toEqual([]);
  expect((await verifyAudit(yima.emulator.db)).faults).toEqual([]);
});

test('what they can read of themselves: what is held, who looked, everything to take along', async () => {
  await yima.call(ME, 'profile.save', contact);
  const id = await filed({ text: '=1+1' });
  const view = await yima.call(ME, 'rights.read', {});
  expect(view.held.find((each) => each.id === 'tickets')?.count).toBe(1);
  for (const { what, why, how, gone } of view.held)
    for (const words of [what, why, how, gone]) expect(words).toMatch(/[\u4e00-\u9fff]/);
  expect(view.consents.map((each) => each.id)).toEqual(['contact']);
  const { rows } = await yima.call(ME, 'rights.export', { part: 'tickets' });
  expect(rows).toMatchObject([{ text: '=1+1', place: expect.stringContaining(HOME) }]);
  const of = await Promise.all(
    (['profile', 'wishes', 'parts', 'points', 'notices'] as const).map((part) =>
      yima.call(ME, 'rights.export', { part }),
    ),
  );
  expect(JSON.stringify(of)).toContain(PHONE);

  // put right where it matters: with themselves, and in what is open
  await yima.call(ME, 'rights.correct', { name: '欧阳明', phone: '17011112222' });
  await yima.call(ME, 'rights.correct', { id, address: '梧桐里八号院' });
  expect(await state('tickets', id)).toMatchObject({
    reporter: { name: '欧阳明', phone: '17011112222' },
    address: '梧桐里八号院',
  });
  // somebody else's stays as it is
  await yima.call('wang', 'rights.correct', { id, address: '别处' });
  expect((await state('tickets', id)).address).toBe('梧桐里八号院');
  expect(await yima.outcome(ME, 'rights.correct', { name: '只有名字' })).toBe('BAD_INPUT');

  // taken back with one tap each
  await yima.call(ME, 'notice.consent', { key: key(), templates: ['result'] });
  expect((await yima.call(ME, 'rights.read', {})).consents.map((each) => each.id)).toEqual([
    'contact',
    'messages',
  ]);
  await yima.call(ME, 'rights.withdraw', { what: 'messages' });
  expect((await yima.call(ME, 'rights.withdraw', { what: 'contact' })).consents).toEqual([]);
  expect(await yima.call(ME, 'session.open', {})).toMatchObject({ name: '', phone: '' });
  await erased();
  expect(await found([openidOf(ME), idOf(ME)])).toEqual([]);
});

test('who opened what was sealed, and why', async () => {
  const { id } = await yima.call(
    ME,
    'ticket.file',
    yima.filing({ service: 'policy', answers: [], contact, against: { unit: null, person: 's_zhao' } }),
  );
  const looker = (['shu', 'qian'] as const).map((name) => name);
  for (const name of looker)
    await yima.outcome(name, 'ticket.move', yima.move(id, 'look', { text: '要核实时间' }));
  const { looks } = await yima.call(ME, 'rights.read', {});
  expect(looks.length).toBeGreaterThan(0);
  expect(looks[0]).toMatchObject({ ticket: id, why: '要核实时间' });
});

test('what it costs: nine calls to read, one write to ask to be forgotten, no scan but of lists within rows', async () => {
  await yima.call(ME, 'profile.save', contact);
  await yima.call(ME, 'session.open', {});
  const read = await yima.counting(() => yima.call(ME, 'rights.read', {}));
  expect(read.database).toBe(9);
  expect(read.examined).toBeLessThanOrEqual(40);
  const page = await yima.counting(() => yima.call(ME, 'rights.export', { part: 'tickets' }));
  expect(page.database).toBe(1);
  const asked = await yima.counting(() => yima.call(ME, 'rights.erase', { sure: '全部删除' }));
  // the mark, and the deed that is written down
  expect(asked.database).toBe(2);
  yima.later(2 * MINUTE);
  await yima.tick();
  expect(await yima.emulator.scans()).toEqual([]);
});
