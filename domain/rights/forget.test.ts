import { activityIn, an, bo, chi, ENDS, PLACE, partOf } from '@/test/builders/activity';
import { inState } from '@/test/builders/ticket';
import { AREA, lin } from '@/test/builders/town';
import { fang, geng, hong, posted, wishIn } from '@/test/builders/wish';
import type { Happened, Promised } from '../flow/flow';
import { type Honour, openHonour } from '../honour/honour';
import { type Conduct, openConduct } from '../points/conduct';
import { openReturn, type Return } from '../points/returns';
import type { Participation } from '../record/participation';
import type { Ticket } from '../ticket/ticket';
import type { Wish } from '../wish/wish';
import {
  activityWithout,
  conductWithout,
  GONE,
  honourWithout,
  partWithout,
  returnWithout,
  scrubbed,
  type Trace,
  ticketWithout,
  wishWithout,
  withoutWords,
  wordsOf,
} from './forget';

/** lin wants to be forgotten; this is what she gave. */
const LIN: Trace = { id: lin.id, words: ['3号楼2单元 501', '17000000001', '林桂芬'] };
/** Somebody who has the same name, or gave the same words, as those who work there and where it is. */
const of = (id: string, ...words: string[]): Trace => ({ id, words });
const notice = (to: string): Promised => ({ to, kind: 'closed', at: 1, about: { id: 'x' } });
const BOTH = [notice(lin.id), notice('s_qian')];

describe('the words that are looked for', () => {
  test.each([
    ['a name of two characters', '林芬', ['林芬']],
    ['a single one would hit others', '林', []],
    ['the dot of a longer name', '阿·依', ['阿·依']],
    ['a phone, without the blanks around it', ' 17000000001 ', ['17000000001']],
    ['four signs', '3号楼2', ['3号楼2']],
    ['three signs would hit others', '3号楼', []],
    ['nothing', '  ', []],
  ])('%s', (_, given, expected) => {
    expect(wordsOf([given])).toEqual(expected);
  });

  test('each once, the longest first, so that none leaves half of another', () => {
    expect(wordsOf(['林桂', '林桂芬', '17000000001', '林桂'])).toEqual(['17000000001', '林桂芬', '林桂']);
    const words = wordsOf(['林桂', '林桂芬']);
    expect(withoutWords('林桂芬和林桂都在', of('u_lin', ...words))).toBe('某某和某某都在');
  });
});

test('a person is gone from every text at any depth; what is no text stays as it is', () => {
  const kept = { count: 3, open: true, none: null, list: [1, null] };
  const told = { text: '林桂芬(17000000001)来过两次，林桂芬', by: lin.id, deep: [{ said: ['林桂芬'] }] };
  expect(scrubbed({ ...kept, ...told }, LIN)).toEqual({
    ...kept,
    text: '某某(某某)来过两次，某某',
    by: '',
    deep: [{ said: ['某某'] }],
  });
});

describe('a request', () => {
  const neighbour = { name: '王奶奶', phone: '17000000007', callback: 'door' } as const;
  const request = (state: Ticket['state'], over: Partial<Ticket> = {}): Ticket => ({
    ...inState(state),
    text: '林桂芬家门口',
    address: '2号院',
    answers: [{ id: 'where', ask: '在哪里', answer: '门口' }],
    photos: ['cloud://a.jpg'],
    ...over,
  });
  const account = ({ text, address, answers, photos, beneficiary }: Ticket) => ({
    text,
    address,
    left: answers.length + photos.length,
    beneficiary,
  });
  const nothing = { text: GONE, address: '', left: 0, beneficiary: null };
  const goesOn = { text: '某某家门口', address: '2号院', left: 2, beneficiary: null };

  test.each([
    ['what is over keeps no word', request('closed'), nothing],
    ['what was open for oneself keeps none, either', request('working'), nothing],
    ['a danger goes on, without the name', request('working', { urgency: 'L1' }), goesOn],
    ['a danger that is over keeps no word', request('closed', { urgency: 'L1' }), nothing],
    [
      'what was reported for somebody else goes on for them',
      request('working', { beneficiary: neighbour }),
      { ...goesOn, beneficiary: neighbour },
    ],
    ['and keeps no word once it is over', request('closed', { beneficiary: neighbour }), nothing],
  ])('%s', (_, ticket, expected) => {
    expect(account(ticketWithout(ticket, LIN))).toEqual(expected);
  });

  test('nobody reported it, a rating keeps its level alone, and the person is told nothing more', () => {
    const closed = request('closed', { outbox: BOTH });
    const ratings = closed.ratings.map((rating) => ({ ...rating, text: '赵师傅来得快' }));
    expect(ratings).toHaveLength(1);
    const bare = ticketWithout({ ...closed, ratings }, LIN);
    expect(bare).toMatchObject({
      reporter: { id: '', name: '', phone: '' },
      reporterLeft: true,
      sent: '',
      state: 'closed',
      no: closed.no,
      clocks: closed.clocks,
      ratings: [{ level: 5, text: '' }],
    });
    expect(bare.outbox).toEqual([notice('s_qian')]);
  });

  test('who works there and where it is stay, whatever the person was called; the chain of what happened, too', () => {
    const ticket = request('working');
    const bare = ticketWithout(ticket, of(lin.id, '赵海平', ticket.place.name));
    expect(bare.handler).toEqual(ticket.handler);
    expect(bare.place).toEqual(ticket.place);
    expect(bare.history).toEqual(ticket.history);
  });
});

describe('a wish', () => {
  const own = { name: '林桂芬', phone: '17000000001' };
  const said = ({ text, address, wisher, poster, sent }: Wish) => ({
    text,
    address,
    wisher: [wisher.name, wisher.phone, wisher.guardian],
    poster: poster.id,
    sent,
  });
  const guardian = { name: '李建', phone: '17000000009' };

  test.each([
    [
      'over: nothing is left of her words',
      wishIn('confirmed'),
      { text: GONE, address: '', wisher: ['', '', null], poster: '', sent: '' },
    ],
    [
      'over, for a child: nor of the child and the guardian',
      wishIn('confirmed', { sort: 'child' }),
      { text: GONE, address: '', wisher: ['', '', null], poster: '', sent: '' },
    ],
    [
      'open, for a child: it goes on at the desk, and the guardian can be called',
      wishIn('open', { sort: 'child' }),
      {
        text: '卫生间想装一个扶手',
        address: '3号楼2单元 501',
        wisher: ['李某', '', guardian],
        poster: '',
        sent: '',
      },
    ],
    [
      'open, for herself: her name and phone go at once',
      wishIn('open'),
      { text: '卫生间想装一个扶手', address: '3号楼2单元 501', wisher: ['', '', null], poster: '', sent: '' },
    ],
  ])('of hers, %s', (_, wish, expected) => {
    expect(said(wishWithout(wish, of(lin.id)))).toEqual(expected);
  });

  test('her words are gone from it, and whether it was posted at work is still counted', () => {
    const wish = { ...wishIn('open', { sort: 'child' }), text: '林桂芬邻居家的孩子', outbox: BOTH };
    const bare = wishWithout({ ...wish, poster: { ...wish.poster, staff: true } }, LIN);
    expect(bare).toMatchObject({
      text: '某某邻居家的孩子',
      address: '某某',
      poster: { id: '', name: '', phone: '', staff: true },
    });
    expect(bare.outbox).toEqual([notice('s_qian')]);
  });

  test('of somebody else stays as it is, but for the part that the person had in it', () => {
    const taken = { ...wishIn('claimed'), lapsed: [fang.id, hong.id] };
    expect(said(wishWithout(taken, of(fang.id)))).toEqual(said(taken));
    expect(wishWithout(taken, of(fang.id))).toMatchObject({
      poster: { id: lin.id, ...own },
      claimer: { id: '', name: '已注销', phone: '', at: taken.claimer?.at },
      holder: null,
      slot: taken._id,
      queue: [{ id: geng.id }],
      lapsed: [hong.id],
    });
    expect(wishWithout(taken, of(geng.id))).toMatchObject({
      claimer: taken.claimer,
      holder: fang.id,
      slot: taken.slot,
      queue: [],
      lapsed: [fang.id, hong.id],
    });
  });

  test('a second try, whose slot is named after its claimer, is free of the name, too', () => {
    const again = { ...wishIn('claimed'), slot: `${fang.id}/w1#1` };
    expect(wishWithout(again, of(fang.id)).slot).toBe(again._id);
  });

  test('what was offered to the person is offered to nobody; to somebody else it still is', () => {
    const offered = wishIn('offered');
    expect(wishWithout(offered, of(geng.id))).toMatchObject({ offer: null, holder: null });
    expect(wishWithout(offered, of(hong.id))).toMatchObject({ offer: offered.offer, holder: geng.id });
  });

  test('the place keeps its name', () => {
    const wish = posted();
    expect(wishWithout(wish, of(lin.id, wish.place.name)).place).toEqual(wish.place);
  });
});

describe('an activity', () => {
  const seat = { state: 'seated', turn: 1, at: 5, key: 'k' } as const;
  const activity = {
    ...activityIn('published'),
    roster: { [an.id]: seat, [bo.id]: seat },
    queue: [an.id, chi.id],
    unheard: [an.id, bo.id],
    outbox: [notice(an.id), notice(bo.id)],
  };

  test('counts as many as before, and nobody finds the person: neither name nor the key of what they sent', () => {
    const bare = activityWithout(activity, of(an.id), 'gone_1');
    expect(bare).toMatchObject({ queue: [chi.id], unheard: [bo.id], outbox: [notice(bo.id)] });
    expect(bare.roster).toEqual({ gone_1: { state: 'seated', turn: 1, at: 5 }, [bo.id]: seat });
  });

  test('says nothing of them in its text; where it is and who answers for it stay', () => {
    const named = { ...activity, text: '在安大爷家集合' };
    const bare = activityWithout(named, of(an.id, '安大爷', PLACE.name, '马建'), 'gone_1');
    expect(bare).toMatchObject({
      text: '在某某家集合',
      place: activity.place,
      organiser: activity.organiser,
      history: activity.history,
    });
  });
});

test('a part in an activity names nobody, and its hours stay for the activity’s sum', () => {
  const part: Participation = {
    ...partOf(activityIn('published'), an),
    state: 'done',
    minutes: 120,
    settledAt: ENDS,
    name: '安宁',
    phone: '17000000003',
    title: '和安宁捡垃圾',
    photos: ['cloud://a.jpg'],
    amendment: { by: 's_ma', name: '马建', own: false, at: 1, minutes: 60, text: '安宁早退' },
    appraisal: { by: 's_ma', name: '马建', at: 1, text: '安宁很认真', reply: null },
    outbox: [notice(an.id)],
  };
  expect(partWithout(part, of(an.id, '安宁', PLACE.name, '马建'))).toEqual({
    ...part,
    person: '',
    name: '',
    phone: '',
    title: '和某某捡垃圾',
    photos: [],
    amendment: null,
    appraisal: null,
    outbox: [],
  });
});

const taken: Return = {
  ...openReturn(
    {
      _id: 'r1',
      no: 'R1',
      owner: { id: lin.id, name: '林桂芬' },
      code: '1234',
      drawn: [{ points: 5, expiresAt: null }],
      item: { _id: 'soap', area: AREA, name: '香皂', where: '林桂芬的小店', points: 5 },
      key: 'k',
    },
    1,
  ),
  outbox: BOTH,
};

test('a return is nobody’s: no name, no code to take it with; what it was and cost stays', () => {
  expect(returnWithout(taken, LIN)).toEqual({
    ...taken,
    owner: { id: '', name: '' },
    item: { ...taken.item, where: '某某的小店' },
    code: '',
    outbox: [],
  });
});

const conduct: Conduct = {
  ...openConduct(
    {
      _id: 'c1',
      no: 'C1',
      orgPath: AREA,
      area: AREA,
      subject: { id: lin.id, name: '林桂芬' },
      about: 'conduct',
      ground: { id: 'leak', words: '把受助人的情况告诉了别人' },
      entry: null,
      points: 10,
      effect: 'case:c1',
      source: { kind: 'wish', id: 'w1' },
      text: '在群里发了老人的住址',
      raiser: { id: 's_zhao', name: '赵海平', body: 'field' },
      key: 'k',
    },
    lin,
    1,
  ),
  outbox: BOTH,
};

test('a record under review is about nobody; what was decided, and by whom, stays', () => {
  expect(conductWithout(conduct, LIN)).toEqual({
    ...conduct,
    subject: { id: '', name: '' },
    text: GONE,
    outbox: [notice('s_qian')],
  });
});

const objection = { nominee: 'n1', at: 2, text: '林桂芬认为不实', answer: '已核实' };
const honour: Honour = {
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
      organiser: { id: 's_qian', name: '钱调' },
      nominateUntil: 10,
      voteUntil: 20,
      noticeDays: 5,
      key: 'k',
    },
    1,
  ),
  nominees: [
    { id: 'n1', name: '张三', where: '', deeds: '', by: lin.id, struck: null },
    { id: 'n2', name: '林桂芬', where: '', deeds: '', by: fang.id, struck: null },
  ],
  objections: [
    { ...objection, id: 'o1', by: { id: lin.id, name: '林桂芬' } },
    { ...objection, id: 'o2', by: { id: fang.id, name: '方敏' }, text: '另有其人' },
  ],
  outbox: BOTH,
};

test('a round of honours keeps its list; who put up a name or objected is gone, and what others did stays', () => {
  expect(honourWithout(honour, LIN)).toEqual({
    ...honour,
    nominees: [{ ...honour.nominees[0], by: '' }, honour.nominees[1]],
    objections: [
      { ...honour.objections[0], by: { id: '', name: '已注销' }, text: GONE },
      honour.objections[1],
    ],
    outbox: [notice('s_qian')],
  });
});

test.each([
  ['request', inState('closed'), ticketWithout],
  ['wish', wishIn('thanked'), wishWithout],
  ['return', taken, returnWithout],
  ['record', conduct, conductWithout],
  ['honour', honour, honourWithout],
] as [
  string,
  { history: readonly Happened[] },
  (from: never, trace: Trace) => { history: readonly Happened[] },
][])('the %s keeps every entry of its chained history, and no field comes or goes', (_, stored, without) => {
  const bare = without(stored as never, LIN);
  expect(bare.history).toEqual(stored.history);
  expect(Object.keys(bare).sort()).toEqual(Object.keys(stored).sort());
});
