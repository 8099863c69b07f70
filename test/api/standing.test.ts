/** Points, returns, records under review, honours and messages, by the real actions and jobs over the real SDK. */
import { pageOf } from '@/domain/budget/page';
import type { Return, ShelfItem } from '@/domain/points/returns';
import type { Participation } from '@/domain/record/participation';
import { DAY, HOUR } from '@/domain/time/day';
import { anHonour, booked, fulfilled, idOf, onShelf, raised, withdrawn } from '@/test/builders/standing';
import { AREA } from '@/test/builders/town';
import { type Name, openidOf, withYima } from '@/test/support/yima';

jest.setTimeout(180_000);
const yima = withYima();
const key = () => crypto.randomUUID();
const many = <T>(count: number, make: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));

async function points(name: Name): Promise<number> {
  const { accounts } = await yima.call(name, 'points.mine', {});
  return accounts.reduce((sum, { balance }) => sum + balance, 0);
}

beforeAll(() => {
  // Every lost answer is logged, as it must be; here it is the point.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});

async function all<T>(collection: string): Promise<T[]> {
  return (await yima.emulator.db.collection(collection).limit(1000).get()).data as T[];
}

async function item(id: string): Promise<ShelfItem & { taken: string[] }> {
  return (await yima.emulator.db.collection('shelf').doc(id).get()).data[0];
}

describe('points', () => {
  test('a confirmed wish earns once, however often it is said, by however many at once', async () => {
    const { credit } = await import('@/cloudfunctions/runtime/earning');
    const fact = {
      kind: 'wish',
      caseId: 'w-once',
      person: idOf('guest1'),
      area: AREA,
      at: yima.now,
    } as const;
    await many(20, () => credit([fact], yima.now));
    expect(await points('guest1')).toBe(5);
    await yima.tick();
    const { rows } = await yima.call('guest1', 'notice.list', {});
    expect(rows.map(({ words }) => words)).toEqual(['积分到账：完成一个微心愿']);
  });

  test('twenty confirmations of different wishes at once all arrive', async () => {
    const { credit } = await import('@/cloudfunctions/runtime/earning');
    const fact = { kind: 'wish', person: idOf('guest2'), area: AREA, at: yima.now } as const;
    await many(20, (index) => credit([{ ...fact, caseId: `w-${index}` }], yima.now));
    expect(await points('guest2')).toBe(100);
  });

  test('a real wish, from the wall to the points', async () => {
    await yima.volunteers(['guest3']);
    const { id } = await yima.call('lin', 'wish.post', yima.wish());
    await yima.call('qian', 'wish.move', yima.wishMove(id, 'approve'));
    await yima.call('guest3', 'wish.move', yima.wishMove(id, 'claim'));
    await yima.call('guest3', 'wish.move', yima.wishMove(id, 'deliver', { text: '装好了' }));
    await yima.tick();
    expect(await points('guest3')).toBe(0);
    await yima.call('lin', 'wish.move', yima.wishMove(id, 'confirm'));
    await many(3, () => yima.tick());
    await yima.call('lin', 'wish.move', yima.wishMove(id, 'thank', { text: '谢谢' }));
    await yima.tick();
    expect(await points('guest3')).toBe(5);
    const { rows } = await yima.call('guest3', 'points.mine', {});
    expect(rows).toMatchObject([{ points: '+5', from: '得分 · 微心愿', appealable: false }]);
  });

  test('hours earn when they are certain, once; changed hours are put right', async () => {
    const { creditPart } = await import('@/cloudfunctions/runtime/earning');
    const settled = yima.now;
    const part = {
      _id: 'part-1',
      state: 'done',
      person: idOf('guest40'),
      area: AREA,
      title: '清扫楼道',
      source: { kind: 'activity', id: 'a1', no: 'A1' },
      minutes: 150,
      settledAt: settled,
      updatedAt: settled,
      amendment: null,
    } as unknown as Participation;
    await creditPart(part, settled + 7 * DAY - 1);
    expect(await points('guest40')).toBe(0);
    await yima.emulator.db.collection('participations').add(part);
    yima.later(7 * DAY);
    await many(3, () => yima.tick());
    expect(await points('guest40')).toBe(5);
    const changed = { ...part, minutes: 60, settledAt: settled + 8 * DAY };
    await creditPart(changed, settled + 9 * DAY);
    expect(await points('guest40')).toBe(5);
    await many(3, () => creditPart(changed, settled + 16 * DAY));
    expect(await points('guest40')).toBe(2);
    await creditPart({ ...changed, minutes: 0 }, settled + 17 * DAY);
    expect(await points('guest40')).toBe(0);
  });

  test('what is not used in time runs out, once, and the person is told', async () => {
    // nearly two years ago: the rules of a new area let points live for 730 days
    await fulfilled(yima, 'guest4', 2, yima.now - 729 * DAY);
    yima.later(2 * DAY);
    await many(3, () => yima.tick());
    await yima.tick();
    const { accounts, rows } = await yima.call('guest4', 'points.mine', {});
    expect(accounts[0]).toMatchObject({ balance: 0 });
    expect(rows.map((entry) => entry.points)).toEqual(['-10', '+5', '+5']);
    const told = (await all<{ to: string; kind: string }>('notices')).filter(
      ({ to }) => to === idOf('guest4'),
    );
    expect(told.filter(({ kind }) => kind === 'points-expired')).toHaveLength(1);
  });

  test('fifty entries in three pages, each once, whatever is added meanwhile', async () => {
    await fulfilled(yima, 'guest42', 50);
    const seen: string[] = [];
    let after: string | undefined;
    for (let pages = 0; pages < 3; pages++) {
      const page = await yima.call('guest42', 'points.mine', after ? { after } : {});
      expect(page.accounts).toHaveLength(after ? 0 : 1);
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next ?? undefined;
      // newer than anything on the page
      await fulfilled(yima, 'guest42', 1, yima.now + 1 + pages);
    }
    expect(after).toBeUndefined();
    expect(seen).toHaveLength(50);
    expect(new Set(seen).size).toBe(50);
  });

  test('nobody’s points are shown to anybody else, and no index could rank them', async () => {
    await fulfilled(yima, 'guest5', 3);
    const { collections } = (await import('@/database.json')) as unknown as {
      collections: Record<string, { indexes: { fields: [string, number][] }[] }>;
    };
    const fields = collections.points?.indexes.flatMap((index) => index.fields.map(([name]) => name));
    expect(fields).toEqual(['wakeAt', 'person', 'area']);
    for (const name of ['lin', 'qian', 'shu'] as const) {
      const mine = JSON.stringify(await yima.ask(name, 'points.mine', {}));
      expect(mine).not.toContain(idOf('guest5'));
    }
  });
});

describe('returns', () => {
  test('ten pieces, forty neighbours at once: ten have one, nobody paid for nothing', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `guest${200 + index}` as const);
    for (const name of names) await fulfilled(yima, name, 1);
    const id = await onShelf(yima, { left: 10 });
    const outcomes = await Promise.all(
      names.map((name) => yima.outcome(name, 'points.redeem', { key: key(), item: id, points: 5 })),
    );
    const won = outcomes.filter((outcome) => outcome === 'ok').length;
    expect(won).toBe(10);
    expect(outcomes.filter((outcome) => outcome === 'RETURN_GONE' || outcome === 'BUSY')).toHaveLength(30);
    expect(await item(id)).toMatchObject({ left: 0 });
    expect((await item(id)).taken).toHaveLength(10);
    const balances = await Promise.all(names.map(points));
    expect(balances.map((balance, index) => (balance === 0) === (outcomes[index] === 'ok'))).not.toContain(
      false,
    );
  });

  test('one person, ten taps at once with different keys: as many as the points pay for', async () => {
    await fulfilled(yima, 'guest6', 3);
    const id = await onShelf(yima);
    const outcomes = await many(10, () =>
      yima.outcome('guest6', 'points.redeem', { key: key(), item: id, points: 5 }),
    );
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(3);
    expect(await points('guest6')).toBe(0);
    expect(await item(id)).toMatchObject({ left: 97 });
  });

  test('the same tap ten times is one return', async () => {
    await fulfilled(yima, 'guest7', 3);
    const id = await onShelf(yima);
    const tap = { key: key(), item: id, points: 5 };
    const answers = await many(10, () => yima.call('guest7', 'points.redeem', tap));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await points('guest7')).toBe(10);
    expect(await yima.outcome('guest7', 'points.redeem', { ...tap, item: await onShelf(yima) })).toBe(
      'KEY_REUSED',
    );
  });

  test('handed over against the code that only the owner sees', async () => {
    const mine = await booked(yima, 'guest8');
    expect(mine.code).toMatch(/^\d{4}$/);
    const desk = await yima.call('zhao', 'points.returns', { box: 'desk' });
    expect(desk.rows.every(({ code, owner }) => code === '' && owner !== '')).toBe(true);
    const wrong = String((Number(mine.code) + 1) % 10_000).padStart(4, '0');
    const hand = { id: mine.id, key: key(), move: 'hand' as const };
    expect(await yima.outcome('zhao', 'points.return', { ...hand, code: wrong })).toBe('PICKUP_WRONG');
    expect(await yima.call('zhao', 'points.return', { ...hand, code: mine.code })).toMatchObject({
      state: 'handed',
    });
    expect(await points('guest8')).toBe(0);
  });

  test('of a hundred guesses at once five are answered; then the desk hands over by a second look', async () => {
    const mine = await booked(yima, 'guest8');
    const codes = Array.from({ length: 100 }, (_, n) => String(n * 97 + 13).padStart(4, '0'));
    const wrong = codes.filter((code) => code !== mine.code);
    const hand = (name: Name, said: { code?: string; text?: string }) =>
      yima.outcome(name, 'points.return', { id: mine.id, key: key(), move: 'hand', ...said });
    const answers = await Promise.all(wrong.map((code) => hand('zhao', { code })));
    expect(answers.filter((code) => code === 'PICKUP_WRONG')).toHaveLength(5);
    expect(answers.filter((code) => code === 'PICKUP_LOCKED')).toHaveLength(wrong.length - 5);
    expect(await hand('zhao', { code: mine.code })).toBe('PICKUP_LOCKED');
    expect(await hand('zhao', { text: '认识他' })).toBe('PICKUP_LOCKED');
    expect(await hand('qian', {})).toBe('PICKUP_LOCKED');
    const { rows } = await yima.call('guest8', 'points.returns', { box: 'mine' });
    const row = rows.find((each) => each.id === mine.id);
    expect(row).toMatchObject({ locked: true, say: expect.stringContaining('当面核对') });
    expect(await hand('qian', { text: '看过身份证' })).toBe('ok');
    expect(await points('guest8')).toBe(0);
  });

  test('cancelled by ten taps and the clock at once: everything goes back once', async () => {
    const mine = await booked(yima, 'guest9');
    const { item: of } = (await all<Return>('returns')).find(({ _id }) => _id === mine.id) as Return;
    yima.later(31 * DAY);
    await Promise.all([
      many(5, () => yima.outcome('guest9', 'points.return', { id: mine.id, key: key(), move: 'cancel' })),
      many(3, () => yima.tick()),
    ]);
    await yima.tick();
    expect(await points('guest9')).toBe(5);
    expect(await item(of.id)).toMatchObject({ left: 100, taken: [] });
  });

  test('a shelf that somebody took from meanwhile is not overwritten', async () => {
    const id = await onShelf(yima);
    const { rev } = await item(id);
    await fulfilled(yima, 'guest10', 1);
    await yima.call('guest10', 'points.redeem', { key: key(), item: id, points: 5 });
    const change = {
      key: key(),
      item: { id, rev },
      name: '香皂',
      points: 5,
      left: 100,
      where: '村部',
      offered: true,
    };
    expect(await yima.outcome('shu', 'points.stock', change)).toBe('MOVED_ON');
    expect(await yima.outcome('tao', 'points.stock', change)).toBe('NOT_FOUND');
  });
});

describe('records under review', () => {
  const move = (name: Name, id: string, what: 'reply' | 'uphold' | 'appeal' | 'overturn' | 'confirm') =>
    yima.call(name, 'conduct.move', { id, key: key(), move: what, text: '理由写在这里' });

  test('raised, answered, upheld, appealed, overturned: what was taken is given back exactly', async () => {
    await fulfilled(yima, 'lin', 1);
    const { id } = await raised(yima);
    const before = await points('lin');
    await yima.tick();
    const told = await yima.call('lin', 'notice.list', {});
    expect(told.rows.map(({ words }) => words)).toContain('有人反映“把受助人的情况告诉了别人”，请您说说情况');
    await move('lin', id, 'reply');
    const seen = await yima.call('shu', 'conduct.read', { id });
    expect(seen).toMatchObject({ allowed: ['uphold', 'dismiss'], parts: [{ words: '网格、科室 赵海平' }] });
    await move('shu', id, 'uphold');
    expect(await points('lin')).toBe(before - 10);
    const own = await yima.call('lin', 'conduct.read', { id });
    expect(JSON.stringify(own)).not.toMatch(/赵海平|舒记/);
    await move('lin', id, 'appeal');
    expect(await yima.outcome('shu', 'conduct.move', { id, key: key(), move: 'overturn', text: '改' })).toBe(
      'NOT_ALLOWED',
    );
    await many(3, () =>
      yima.outcome('qian', 'conduct.move', { id, key: key(), move: 'overturn', text: '证据不足' }),
    );
    await yima.tick();
    expect(await points('lin')).toBe(before);
  });

  test('what a case took back by itself is appealed once, and judged by the desk', async () => {
    const [wish = ''] = await fulfilled(yima, 'guest11', 1);
    const entry = await withdrawn(yima, 'guest11', wish);
    expect(await points('guest11')).toBe(0);
    const mine = await yima.call('guest11', 'points.mine', {});
    expect(mine.rows[0]).toMatchObject({ id: entry, points: '-5', appealable: true });
    const appeal = { key: key(), area: AREA, entry, text: '那天确实送到了，邻居可以作证' };
    const answers = await many(10, () => yima.outcome('guest11', 'points.appeal', appeal));
    expect(new Set(answers)).toEqual(new Set(['ok']));
    expect(await yima.outcome('guest11', 'points.appeal', { ...appeal, key: key() })).toBe('APPEALED_BEFORE');
    const { rows } = await yima.call('qian', 'conduct.list', { box: 'desk' });
    const asked = rows.find(({ allowed }) => allowed.includes('overturn'));
    await move('qian', asked?.id ?? '', 'overturn');
    expect(await points('guest11')).toBe(5);
    const after = await yima.call('guest11', 'points.mine', {});
    expect(after.rows[0]).toMatchObject({ points: '+5', from: '恢复 · 记录核查' });
  });

  test('who had a hand in the case that it was about judges no appeal', async () => {
    const [wish = ''] = await fulfilled(yima, 'guest61', 1);
    await yima.emulator.db.collection('wishes').add({
      _id: wish,
      history: [{ at: 0, move: 'approve', by: { id: 's_qian', name: '钱调', role: 'desk' } }],
    });
    const entry = await withdrawn(yima, 'guest61', wish);
    const appeal = { key: key(), area: AREA, entry, text: '那天确实送到了' };
    const { id } = await yima.call('guest61', 'points.appeal', appeal);
    const mayJudge = async (name: Name) => {
      const { rows } = await yima.call(name, 'conduct.list', { box: 'desk' });
      return rows.some((row) => row.id === id && row.allowed.includes('overturn'));
    };
    expect([await mayJudge('qian'), await mayJudge('shu')]).toEqual([false, true]);
    const said = { id, key: key(), move: 'overturn' as const, text: '看过了' };
    expect(await yima.outcome('qian', 'conduct.move', said)).not.toBe('ok');
    expect(await yima.outcome('shu', 'conduct.move', said)).toBe('ok');
    await yima.emulator.db.collection('wishes').doc(wish).remove();
  });

  test('the effect survives a function that dies after deciding: the jobs bring it', async () => {
    const { id } = await raised(yima, 'guest12');
    await move('guest12', id, 'reply');
    const { conducts } = await import('@/cloudfunctions/runtime/conduct');
    const { conductFlow } = await import('@/domain/points/conduct');
    const stands = await conducts.read(id);
    const { actorOf } = await import('@/cloudfunctions/runtime/people');
    const actor = await actorOf('openid-of-shu');
    // decided and saved, and then nothing more
    await conducts.save(
      stands!,
      conductFlow.decide(stands!, { move: 'uphold', text: '属实', actor, now: yima.now }).next,
    );
    expect(await points('guest12')).toBe(5);
    await yima.tick();
    expect(await points('guest12')).toBe(0);
  });

  test('an office that stays silent loses', async () => {
    const { id } = await raised(yima, 'guest13');
    await yima.tick();
    for (const days of [8, 31]) {
      yima.later(days * DAY);
      await yima.tick();
    }
    expect(await yima.call('guest13', 'conduct.read', { id })).toMatchObject({ state: 'dismissed' });
    expect(await points('guest13')).toBe(5);
  });
});

describe('honours', () => {
  test('announced, nominated, voted, put up, granted; one person one vote', async () => {
    // of the area before it is announced: who wished there, asked there, and so may propose
    await yima.call('lin', 'wish.post', yima.wish());
    await yima.call('wang', 'ticket.file', yima.filing());
    const { id } = await yima.call('qian', 'honour.announce', {
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
    const nominate = (name: Name, who: string) =>
      yima.call(name, 'honour.move', {
        id,
        key: key(),
        move: 'nominate',
        name: who,
        text: '热心',
        agreed: true,
      });
    await nominate('lin', '张三');
    await nominate('wang', '李四');
    // who comes for the list finds no place on it, whatever they do here first
    yima.later(1);
    await yima.call('guest53', 'ticket.file', yima.filing());
    await expect(nominate('guest53', '路人')).rejects.toThrow('NOMINATE_ELSEWHERE');
    expect(await yima.call('guest53', 'honour.read', { id })).toMatchObject({
      elsewhere: expect.stringContaining('来推荐'),
      allowed: [],
    });
    const votes: [Name, string][] = [
      ['lin', 'n2'],
      ['wang', 'n2'],
      ['guest14', 'n1'],
      ['guest15', 'n2'],
    ];
    // of the area: who wished there, asked there, registered there, earned there
    await yima.volunteers(['guest14']);
    await fulfilled(yima, 'guest15', 1);
    yima.later(7 * DAY);
    await yima.tick();
    for (const [name, choice] of votes) {
      const outcomes = await many(5, () => yima.outcome(name, 'honour.vote', { id, choices: [choice] }));
      expect(new Set(outcomes)).toEqual(new Set(['ok']));
    }
    expect(await yima.outcome('lin', 'honour.vote', { id, choices: ['n1'] })).toBe('VOTED');
    expect(await yima.call('lin', 'honour.read', { id })).toMatchObject({ voted: true, mayChoose: 0 });
    const box = JSON.stringify(await all('ballots'));
    for (const [name] of votes) expect(box).not.toContain(idOf(name).slice(2));
    yima.later(7 * DAY + HOUR);
    await many(3, () => yima.tick());
    const shown = await yima.call('guest16', 'honour.read', { id });
    expect(shown).toMatchObject({ state: 'notice', turnout: '共收到 4 张票' });
    expect(shown.nominees.filter(({ chosen }) => chosen).map(({ name }) => name)).toEqual(['李四']);
    expect(Object.keys(shown.nominees[0] ?? {})).toEqual([
      'id',
      'name',
      'where',
      'deeds',
      'chosen',
      'struck',
    ]);
    yima.later(6 * DAY);
    await yima.tick();
    expect(await yima.call('guest16', 'honour.read', { id })).toMatchObject({
      state: 'granted',
      say: '授予李四',
    });
  });

  test('strangers, workers of another town and who came for the vote have none, and read why', async () => {
    const id = await anHonour(yima, 'voting');
    yima.later(DAY + HOUR);
    await yima.call('guest50', 'ticket.file', yima.filing());
    await yima.call('guest51', 'profile.save', { name: '路过', phone: '' });
    await yima.emulator.db.collection('people').add({
      _id: idOf('guest52'),
      openid: openidOf('guest52'),
      name: '刚注册',
      phone: '',
      staff: null,
      volunteer: { since: yima.now, skills: [], places: [AREA], teams: [] },
    });
    for (const name of ['guest50', 'guest51', 'guest52', 'tao'] as const) {
      const view = await yima.call(name, 'honour.read', { id });
      expect([name, view.mayChoose, view.voted]).toEqual([name, 0, false]);
      expect(view.elsewhere).toMatch(/本地帮过忙/);
      expect(await yima.outcome(name, 'honour.vote', { id, choices: ['n1'] })).toBe('VOTE_ELSEWHERE');
    }
    expect((await yima.call('zhao', 'honour.read', { id })).mayChoose).toBe(1);
    yima.later(DAY);
    await yima.tick();
  });

  test('who objected is known to those who answer, and to nobody else', async () => {
    const id = await anHonour(yima, 'notice');
    await yima.call('wang', 'profile.save', { name: '王小明', phone: '' });
    await yima.call('wang', 'honour.move', {
      id,
      key: key(),
      move: 'object',
      nominee: 'n1',
      text: '他没有来过',
    });
    expect((await yima.call('lin', 'honour.read', { id })).objections).toEqual([]);
    expect((await yima.call('wang', 'honour.read', { id })).objections).toMatchObject([{ by: '您' }]);
    expect((await yima.call('shu', 'honour.read', { id })).objections).toMatchObject([{ by: '王*' }]);
  });
});

describe('messages', () => {
  const spendOn = async (...args: [string, string, string, number]) =>
    (await import('@/cloudfunctions/runtime/budget')).spendOn(...args);

  test('fifty notices and five consents: five are sent, each spends one, the ledger sums', async () => {
    for (let index = 0; index < 5; index++)
      await yima.call('guest17', 'notice.consent', { key: key(), templates: ['result'] });
    const spent = await many(50, (index) => spendOn(idOf('guest17'), 'resolved', `n-${index}`, yima.now));
    expect(spent.filter((template) => template === 'result').length).toBeLessThanOrEqual(5);
    for (let index = 0; index < 10; index++)
      await spendOn(idOf('guest17'), 'resolved', `m-${index}`, yima.now);
    const { budgetOf } = await import('@/cloudfunctions/runtime/budget');
    const budget = await budgetOf(idOf('guest17'));
    expect(budget?.left.result).toBe(0);
    expect(budget?.lines.reduce((sum, { count }) => sum + count, 0)).toBe(0);
    expect(budget?.spent).toHaveLength(5);
    expect(new Set(budget?.spent).size).toBe(5);
  });

  test('five timers, one notice, one consent: one message, within WeChat’s limits; then only the list', async () => {
    process.env.YIMA_TEMPLATES = JSON.stringify({ task: 'tmpl-task' });
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    try {
      await yima.tick();
      await yima.emulator.http('/emulator/wechat', { clear: true });
      await yima.call('guest41', 'notice.consent', { key: key(), templates: ['task'] });
      await raised(yima, 'guest41');
      await many(5, () => yima.tick());
      await raised(yima, 'guest41');
      await many(5, () => yima.tick());
      const { sent: all } = (await yima.emulator.http('/emulator/wechat')).body;
      const sent = all.filter(({ api }: { api: string }) => api === 'subscribeMessage.send');
      expect(sent).toHaveLength(1);
      expect(sent[0].data).toMatchObject({
        touser: 'openid-of-guest41',
        template_id: 'tmpl-task',
        data: { thing4: { value: '有人反映“把受助人的情况告诉了别人”，…' } },
      });
      expect(sent[0].data.page).toMatch(/^pages\/volunteer\/conduct\/index\?id=c/);
      const { rows } = await yima.call('guest41', 'notice.list', {});
      expect(rows.filter(({ words }) => words.startsWith('有人反映'))).toHaveLength(2);

      // WeChat knows better: what we believed is gone
      for (let index = 0; index < 3; index++)
        await yima.call('guest41', 'notice.consent', { key: key(), templates: ['task'] });
      const refuse = { api: 'subscribeMessage.send', errcode: 43101 };
      await yima.emulator.http('/emulator/wechat', { answers: [refuse] });
      await raised(yima, 'guest41');
      await yima.tick();
      expect((await yima.call('guest41', 'notice.budget', {})).left.task).toBe(0);
    } finally {
      await yima.emulator.http('/emulator/wechat', { answers: [] });
      delete process.env.YIMA_TEMPLATES;
    }
  });

  test('every notice that was told has its words and a page', async () => {
    const { wordsOf } = await import('@/cloudfunctions/runtime/notices');
    const told = await all<{ kind: string; about: { id: string; service: string } }>('notices');
    expect(told.length).toBeGreaterThan(20);
    for (const { kind, about } of told) {
      expect(wordsOf({ kind, about })).toMatch(/[“，：]/);
      expect(pageOf(kind, about.id, false)).toMatch(/^pages\/(resident|volunteer)\/[a-z]+\/index/);
    }
  });

  test('one tap sent ten times is one consent; beyond the most nothing is kept', async () => {
    const tap = { key: key(), templates: ['result', 'progress'] as ('result' | 'progress')[] };
    await many(10, () => yima.call('guest18', 'notice.consent', tap));
    expect((await yima.call('guest18', 'notice.budget', {})).left).toMatchObject({ result: 1, progress: 1 });
    for (let index = 0; index < 25; index++)
      await yima.call('guest18', 'notice.consent', { key: key(), templates: ['result'] });
    expect((await yima.call('guest18', 'notice.budget', {})).left.result).toBe(20);
  });

  test('the same notice delivered twice spends once', async () => {
    await yima.call('guest19', 'notice.consent', { key: key(), templates: ['result'] });
    await yima.call('guest19', 'notice.consent', { key: key(), templates: ['result'] });
    expect(await spendOn(idOf('guest19'), 'resolved', 'n-1', yima.now)).toBe('result');
    expect(await spendOn(idOf('guest19'), 'resolved', 'n-1', yima.now)).toBeNull();
    expect((await yima.call('guest19', 'notice.budget', {})).left.result).toBe(1);
  });

  test('what WeChat knows nothing of is lost, and never negative', async () => {
    const { lose, budgetOf } = await import('@/cloudfunctions/runtime/budget');
    await yima.call('guest20', 'notice.consent', { key: key(), templates: ['task'] });
    await many(5, () => lose(idOf('guest20'), 'task', 'n', yima.now));
    const budget = await budgetOf(idOf('guest20'));
    expect(budget?.left.task).toBe(0);
    expect(budget?.lines.map(({ what }) => what)).toEqual(['gained', 'lost']);
  });
});

test('what each action costs', async () => {
  const item = await onShelf(yima);
  await fulfilled(yima, 'lin', 4);
  await fulfilled(yima, 'guest45', 1);
  await yima.call('guest45', 'points.redeem', { key: key(), item, points: 5 });
  // directory and people in the instance's memory
  await yima.call('lin', 'profile.save', { name: '林桂芬', phone: '' });
  await yima.call('lin', 'points.mine', {});
  await yima.call('zhao', 'points.returns', { box: 'desk' });
  const cost = async (name: Name, action: Parameters<typeof yima.call>[1], input: never) =>
    (await yima.counting(() => yima.call(name, action, input))).calls;
  expect(await cost('lin', 'points.mine', {} as never)).toEqual({ 'database.getDocument': 2 });
  expect(await cost('lin', 'points.shelf', { area: AREA } as never)).toEqual({ 'database.getDocument': 2 });
  expect(await cost('lin', 'points.redeem', { key: key(), item, points: 5 } as never)).toEqual({
    // the account; paid, a piece claimed; the record. The shelf is asked once in ten seconds.
    'database.getDocument': 1,
    'database.modifyDocument': 2,
    'database.insertDocument': 1,
  });
  const mine = await booked(yima, 'lin');
  const cancel = { id: mine.id, key: key(), move: 'cancel' };
  expect(await cost('lin', 'points.return', cancel as never)).toEqual({
    // the return; its end, and the points back
    'database.getDocument': 1,
    'database.modifyDocument': 2,
  });
  const { id, code } = await booked(yima, 'lin');
  const hand = { id, key: key(), move: 'hand', code };
  expect(await cost('zhao', 'points.return', hand as never)).toEqual({
    'database.getDocument': 1,
    'database.modifyDocument': 1,
  });
  const vote = { id: await anHonour(yima, 'voting'), choices: ['n1'] };
  expect(await cost('lin', 'honour.vote', vote as never)).toEqual({
    // the honour, and whether they are of the area; the ballot
    'database.getDocument': 2,
    'database.insertDocument': 1,
  });
  expect(await yima.emulator.scans()).toEqual([]);
});
