/** Each rate by its table: what happened → numerator/denominator and what stands beside it. */
import * as fc from 'fast-check';
import type { Happened } from '../flow/flow';
import { countsOf, merged, type Row, total } from './counts';
import { contributionsOf, RATES, type RateId } from './rates';
import type { Counted } from './steps';
import { add, NOTHING, shareOf, type Tally } from './tally';
import { viewsOf } from './view';
import { RATE_WORDS, sayBeside, sayFraction, sayShare } from './words';

/**
 * A history in short: `move`, then `>state` it led to, then what it is about: `late`, a unit, a contact, a result, a
 * verdict as `level:solved` (and `:unit`, to whom it goes then), the outcome of a call. `proxy`: filed for somebody else. One hour apart.
 */
function history(short: string): Counted {
  const entries = ['file', ...short.split(' ').filter(Boolean)].map((word, index): Happened => {
    const [, move = '', to, about] = /^(\w+)(?:>(\w+))?(?:\((.*)\))?$/.exec(word) ?? [];
    return {
      at: index * 3_600_000,
      move,
      by: { id: '', name: '', role: '' },
      ...(to ? { to } : {}),
      about: aboutOf(move, about),
    };
  });
  return { service: { id: 'lamp' }, beneficiary: short.includes('proxy') ? {} : null, history: entries };
}

function aboutOf(move: string, about = ''): NonNullable<Happened['about']> {
  const late = about.includes('late');
  switch (move) {
    case 'dispatch':
    case 'transfer':
    case 'rule':
    case 'settle':
      return { unitId: about || 'grid' };
    case 'rate': {
      const [level, solved = '', unitId] = about.split(':');
      return { level: Number(level), solved, ...(unitId ? { unitId } : {}) };
    }
    case 'grant':
      return { kind: about };
    case 'call':
      return { outcome: about };
    case 'contact':
      return { late, contact: about.includes('unreached') ? 'unreached' : 'phone' };
    case 'slip':
      return { no: 'TX1', ...(about ? { reason: about } : {}) };
    default:
      return { late };
  }
}

const HOUR = 3_600_000;
const GIVEN = 'dispatch>dispatched';
const WORKING = `${GIVEN} sign>signed contact>working`;
const ASKED = `${WORKING} resolve>resolved`;

/** Numerator/denominator, then whatever else is not zero; time in hours. */
function say({ numerator, denominator, waited, excluded, ...beside }: Tally): string {
  const unit = beside.cases > 0 ? HOUR : 1;
  const rest = { ...beside, waited: waited / HOUR, ...excluded };
  const words = Object.entries(rest).flatMap(([name, count]) => (count ? [`${name} ${count}`] : []));
  return [`${numerator / unit}/${denominator / unit}`, ...words].join(', ');
}

const TABLE: Readonly<Record<RateId, readonly (readonly [string, string])[]>> = {
  response: [
    [GIVEN, '0/0'],
    [WORKING, '1/1'],
    [`${GIVEN} sign>signed contact>working(late)`, '0/1'],
    [`${GIVEN} sign>signed contact>working(unreached)`, '0/1, notReached 1'],
    [`${GIVEN} sign>signed slip contact>working`, '0/1'],
    [`${GIVEN} slip return>submitted`, '0/1'],
    [`${GIVEN} return>submitted ${WORKING}`, '1/1, handed_on 1'],
    [`${WORKING} transfer>dispatched(urban)`, '1/1'],
    [`${GIVEN} withdraw>withdrawn`, '0/0, withdrawn 1'],
    ['withdraw>withdrawn', '0/0'],
  ],
  sign: [
    [GIVEN, '0/0'],
    [`${GIVEN} sign>signed`, '1/1'],
    [`${GIVEN} sign>signed(late)`, '0/1'],
    [`${GIVEN} remind sign>signed(late)`, '0/1'],
    [`${GIVEN} remind`, '0/1'],
    [`${GIVEN} remind return>submitted ${GIVEN} sign>signed`, '1/2'],
    [`${GIVEN} transfer>dispatched(urban) sign>signed`, '1/1, handed_on 1'],
    ['remind', '0/0'],
    [`${GIVEN} merge>merged`, '0/0, merged 1'],
  ],
  onTime: [
    [WORKING, '0/0'],
    [ASKED, '1/1'],
    [`${WORKING} resolve>resolved(late)`, '0/1'],
    [`${WORKING} slip`, '0/1'],
    [`${WORKING} slip resolve>resolved(late)`, '0/1'],
    [`${WORKING} slip(cycle) resolve>resolved`, '1/1'],
    [`${ASKED} rate>working(1:no) slip resolve>resolved(late)`, '1/2'],
    [`${ASKED} rate>working(1:no) resolve>resolved`, '2/2'],
    [`${ASKED} close>closed reopen>working resolve>resolved(late)`, '1/2'],
    [`${ASKED} close>closed reopen>working slip`, '1/2'],
    [`${WORKING} slip transfer>dispatched(urban) sign>signed contact>working resolve>resolved`, '1/2'],
    [`${WORKING} transfer>dispatched(urban)`, '0/0, handed_on 1'],
    [`${WORKING} hold grant>on_hold resume>working resolve>resolved`, '1/1'],
    [`${WORKING} shelve>long_term longEnds>working resolve>resolved(late)`, '0/0, long_term 1'],
    [`${WORKING} slip shelve>long_term resume>working resolve>resolved(late)`, '0/1'],
    [`${WORKING} resolve>checking`, '0/0'],
    [`${WORKING} resolve>checking check>resolved`, '1/1'],
    [`${WORKING} resolve>checking(late) check>resolved`, '0/1'],
    [`${WORKING} resolve>checking passUnchecked>resolved`, '1/1'],
    [`${WORKING} resolve>checking check>working`, '0/0'],
    [`${WORKING} resolve>checking check>working slip resolve>checking(late) check>resolved`, '0/1'],
    [`${WORKING} resolve>checking check>working resolve>checking check>closed`, '1/1'],
    [`${ASKED} rate>dispatched(1:no:urban) sign>signed contact>working resolve>resolved`, '2/2'],
    [`${ASKED} rate>submitted(1:no) ${ASKED}`, '2/2'],
    [`${ASKED} rate>submitted(1:no) slip ${ASKED}`, '2/2'],
    [`${WORKING} grant>out_of_power`, '0/0, out_of_power 1'],
    ['slip', '0/0'],
  ],
  solved: [
    [ASKED, '0/0'],
    [`${ASKED} rate>closed(5:yes)`, '1/1'],
    [`${ASKED} rate>closed(4:partly)`, '0.5/1, partly 1'],
    [`${ASKED} rate>working(0:no)`, '0/1'],
    [`${ASKED} rate>closed(5:)`, '0/0, notAnswered 1'],
    [`${ASKED} close>closed`, '0/0, notAnswered 1'],
    [`${ASKED} call(unreached) close>closed`, '0/0, notReached 1'],
    [`${ASKED} call(unreached) call(unreached) call>closed(unreached)`, '0/0, notReached 1'],
    [`${ASKED} call(unreached) rate>closed(5:yes)`, '1/1'],
    [`${ASKED} call>closed(solved)`, '1/1'],
    [`${ASKED} call>working(unsolved) resolve>resolved rate>closed(4:yes)`, '1/2'],
    [`${ASKED} rate>working(1:no) resolve>resolved call(unreached) close>closed`, '0/1, notReached 1'],
    [`${WORKING} resolve>closed`, '0/0, notAsked 1'],
    [`${WORKING} withdraw>withdrawn`, '0/0, withdrawn 1'],
    [`${GIVEN} merge>merged settle>resolved(grid) rate>closed(5:yes)`, '1/1'],
    [`${GIVEN} merge>merged`, '0/0'],
    ['proxy resolve>resolved close>closed', '0/0, notAsked 1'],
    ['proxy resolve>resolved call>closed(solved)', '1/1'],
    ['grant>not_accepted', '0/0, not_accepted 1'],
    ['fly>somewhere_new', '0/0, somewhere_new 1'],
    [`${WORKING} resolve>checking check>working`, '0/0'],
    [`${WORKING} resolve>checking check>resolved rate>closed(5:yes)`, '1/1'],
    [`${WORKING} resolve>checking passUnchecked>closed`, '0/0, notAsked 1'],
    [`${ASKED} rate>dispatched(1:no:urban)`, '0/1'],
    [`${ASKED} call>adjudicating(unsolved) rule>dispatched(urban)`, '0/1'],
  ],
  satisfied: [
    [`${ASKED} rate>closed(3:yes)`, '1/1'],
    [`${ASKED} rate>closed(5:yes)`, '1/1'],
    [`${ASKED} rate>working(2:)`, '0/1'],
    [`${ASKED} rate>working(4:no)`, '1/1'],
    [`${ASKED} rate>working(0:no)`, '0/0, notAnswered 1'],
    [`${ASKED} close>closed`, '0/0, notAnswered 1'],
    [`${ASKED} call(unreached) close>closed`, '0/0, notReached 1'],
    [`${ASKED} call>closed(solved)`, '0/0, notAsked 1'],
    [`${ASKED} check>closed`, '0/0, notAsked 1'],
    [`${WORKING} resolve>closed`, '0/0, notAsked 1'],
    [`${WORKING} withdraw>withdrawn`, '0/0, withdrawn 1'],
  ],
  callback: [
    [ASKED, '0/0'],
    [`${ASKED} rate>closed(5:yes)`, '1/1'],
    [`${ASKED} call>closed(solved)`, '1/1'],
    [`${ASKED} call>working(unsolved)`, '1/1'],
    ['proxy resolve>resolved close>closed', '0/1'],
    [`${ASKED} close>closed`, '0/1, notAnswered 1'],
    [`${ASKED} call(unreached) close>closed`, '0/1, notReached 1'],
    [`${WORKING} resolve>closed`, '0/0, notAsked 1'],
  ],
  firstTime: [
    [ASKED, '0/0'],
    [`${ASKED} rate>closed(5:yes)`, '1/1'],
    [`${ASKED} close>closed`, '1/1'],
    [`${ASKED} rate>working(1:no) resolve>resolved rate>closed(5:yes)`, '0/1'],
    [`${GIVEN} return>submitted ${ASKED} close>closed`, '0/1'],
    [`${ASKED} close>closed reopen>working resolve>resolved close>closed`, '1/1'],
    [`${GIVEN} merge>merged`, '0/0, merged 1'],
    [`${GIVEN} withdraw>withdrawn`, '0/0, withdrawn 1'],
  ],
  returned: [
    [`${GIVEN} sign>signed`, '0/0'],
    [WORKING, '0/1'],
    [`${GIVEN} return>submitted`, '1/1'],
    [`${GIVEN} return>adjudicating rule>dispatched(urban) sign>signed contact>working`, '1/2'],
    [`${GIVEN} transfer>dispatched(urban)`, '0/0, handed_on 1'],
    [`${WORKING} transfer>dispatched(urban)`, '0/1'],
  ],
  rework: [
    [ASKED, '0/0'],
    [`${ASKED} rate>closed(5:yes)`, '0/1'],
    [`${ASKED} rate>working(1:no)`, '1/1'],
    [`${ASKED} rate>working(1:no) resolve>resolved close>closed`, '1/2'],
    [`${ASKED} rate>dispatched(1:no:urban)`, '1/1'],
    [`${ASKED} rate>submitted(1:no)`, '1/1'],
    [`${ASKED} call>adjudicating(unsolved)`, '1/1'],
    [`${WORKING} resolve>checking check>working`, '0/0'],
    [`${ASKED} call>working(unsolved)`, '1/1'],
    [`${ASKED} close>closed reopen>working`, '1/1'],
    [`${WORKING} withdraw>withdrawn`, '0/0, withdrawn 1'],
  ],
  extended: [
    [WORKING, '0/0'],
    [ASKED, '0/1'],
    [`${WORKING} slip`, '0/1'],
    [`${WORKING} extend grant(extension)`, '1/1'],
    [`${WORKING} extend grant(extension) resolve>resolved`, '1/1'],
    [`${WORKING} extend deny resolve>resolved`, '0/1'],
    [`${WORKING} hold grant>on_hold(hold) resume>working resolve>resolved`, '0/1'],
    [`${ASKED} rate>working(1:no) extend grant(extension) resolve>resolved`, '1/2'],
    [`${WORKING} resolve>checking check>working grant(extension)`, '1/1'],
    [`${WORKING} transfer>dispatched(urban)`, '0/0, handed_on 1'],
    [`${WORKING} withdraw>withdrawn`, '0/0, withdrawn 1'],
    ['grant>not_accepted(decline)', '0/0'],
  ],
  // One hour apart: three hours from being given to a result.
  paused: [
    [WORKING, '0/0'],
    [ASKED, '0/3, cases 1'],
    [`${WORKING} hold grant>on_hold(hold) object`, '0/0'],
    [`${WORKING} hold grant>on_hold(hold) object holdEnds>working resolve>resolved`, '2/7, cases 1'],
    [`${WORKING} ask>need_info answer>working resolve>resolved`, '0/5, cases 1, waited 1'],
    [`${WORKING} grant>on_hold(hold) transfer>dispatched(urban)`, '1/4, cases 1'],
    [`${WORKING} grant>on_hold(hold) withdraw>withdrawn`, '0/0, withdrawn 1'],
    [`${WORKING} shelve>long_term note note longEnds>working resolve>resolved`, '0/4, cases 1'],
    [`${WORKING} resolve>checking note check>working resolve>checking check>resolved`, '0/4, cases 1'],
    [`${ASKED} rate>working(1:no) grant>on_hold(hold) resume>working resolve>resolved`, '1/6, cases 2'],
    [`${ASKED} rate>dispatched(1:no:urban) sign>signed contact>working resolve>resolved`, '0/6, cases 2'],
    ['grant>on_hold(hold) resolve>resolved', '0/0'],
  ],
};

const CASES = RATES.flatMap((rate) =>
  TABLE[rate].map(([short, expected]) => [rate, short, expected] as const),
);

test.each(CASES)('%s: %s → %s', (rate, short, expected) => {
  expect(say(total(countsOf([history(short)], ALWAYS))[rate])).toBe(expected);
});

const ALWAYS = { from: 0, until: Number.MAX_SAFE_INTEGER };

test('each is counted for the unit that had it then', () => {
  const rows = countsOf(
    [history(`${GIVEN} return>submitted dispatch>dispatched(urban) sign>signed contact>working`)],
    ALWAYS,
  );
  expect(rows.map(({ unit, rates }) => [unit, say(rates.returned ?? NOTHING)])).toEqual([
    ['grid', '1/1'],
    ['urban', '0/1'],
  ]);
});

test('fewer than five is no rate, and rounding never makes a perfect one', () => {
  expect(shareOf({ numerator: 4, denominator: 4 })).toBeNull();
  expect(shareOf({ numerator: 4, denominator: 5 })).toBe(0.8);
  expect(sayShare({ numerator: 43, denominator: 51 })).toBe('84 %');
  expect(sayShare({ numerator: 999, denominator: 1000 })).toBe('99 %');
  expect(sayShare({ numerator: 1, denominator: 1000 })).toBe('1 %');
  expect(sayShare({ numerator: 0, denominator: 5 })).toBe('0 %');
  expect(sayShare({ numerator: 4, denominator: 4 })).toBeNull();
});

test('people read all rates in one order, each with its fraction and what it means', () => {
  const views = viewsOf(countsOf(Array(5).fill(history(ASKED)), ALWAYS));
  expect(views.map(({ id }) => id)).toEqual([...RATES]);
  expect(views.find(({ id }) => id === 'onTime')).toEqual({
    id: 'onTime',
    ...RATE_WORDS.onTime,
    fraction: '5/5',
    words: '100 %',
    share: 1,
    lowerIsBetter: false,
    beside: [],
  });
  expect(views.find(({ id }) => id === 'returned')).toMatchObject({ fraction: '0/5', lowerIsBetter: true });
  expect(views.find(({ id }) => id === 'satisfied')).toMatchObject({ fraction: '0/0', share: null });
});

test('a share of time counts the cases, not the hours', () => {
  const time = { numerator: 36 * HOUR, denominator: 420.4 * HOUR };
  expect(sayShare({ ...time, cases: 4 })).toBeNull();
  expect(sayShare({ ...time, cases: 5 })).toBe('9 %');
  expect(sayShare({ numerator: 0, denominator: 0, cases: 5 })).toBeNull();
  expect(sayFraction({ ...time, cases: 5 })).toBe('36/420 小时');
  expect(sayFraction({ numerator: 1.25 * HOUR, denominator: 4 * HOUR, cases: 1 })).toBe('1.3/4 小时');
  expect(sayBeside('paused', add(NOTHING, { ...time, cases: 5, waited: 12 * HOUR }))).toEqual([
    '共 5 件的时间',
    '另有 12 小时在等居民补充，不算挂起',
  ]);
});

test('what stands beside says how many and why, also of a state nobody knew', () => {
  const tally = add(NOTHING, { notAnswered: 3, notReached: 1, excluded: { withdrawn: 2, somewhere_new: 1 } });
  expect(sayBeside('satisfied', tally)).toEqual([
    '不算：未联系上 1 件、未评价 3 件、其他（somewhere_new） 1 件、居民撤回 2 件',
  ]);
  expect(sayBeside('callback', add(NOTHING, { denominator: 9, notReached: 1, notAnswered: 2 }))).toEqual([
    '算在分母里：未联系上 1 件、未评价 2 件',
  ]);
  expect(sayBeside('solved', add(NOTHING, { partly: 1 }))).toEqual(['部分解决 1 件，各算半件']);
  expect(Object.keys(RATE_WORDS)).toEqual([...RATES]);
});

/** Any moves in any order, lawful or not: counting must hold for what no table foresaw. */
const WORDS = [...new Set(CASES.flatMap(([, short]) => short.split(' ')))];
const anyHistory = fc
  .array(fc.constantFrom(...WORDS), { maxLength: 20 })
  .map((words) => history(words.join(' ')));

test('counts by day, merged in any order and grouping, are the recount over all', () => {
  fc.assert(
    fc.property(fc.array(anyHistory, { maxLength: 8 }), fc.integer({ min: 1, max: 7 }), (tickets, hours) => {
      const days: Row[][] = [];
      for (let from = 0; from <= 21 * HOUR; from += hours * HOUR)
        days.push(countsOf(tickets, { from, until: from + hours * HOUR }));
      const [first = [], ...others] = days;
      const oneByOne = others.reduce((sum, day) => merged(sum.concat(day)), first);
      const grouped = merged([...merged(days.slice(2).flat()), ...merged(days.slice(0, 2).flat())]);
      const whole = countsOf(tickets, ALWAYS);
      expect(oneByOne).toEqual(whole);
      expect(grouped).toEqual(whole);
      expect(countsOf([...tickets].reverse(), ALWAYS)).toEqual(whole);
    }),
  );
});

test('what happens later never changes what an earlier day counted', () => {
  fc.assert(
    fc.property(anyHistory, fc.nat(20), (ticket, length) => {
      const before = { ...ticket, history: ticket.history.slice(0, length) };
      const until = length * HOUR;
      expect(countsOf([before], { from: 0, until })).toEqual(countsOf([ticket], { from: 0, until }));
      expect(contributionsOf(before).every(({ at }) => at < until)).toBe(true);
    }),
  );
});

test('no numerator is larger than its denominator, except that a reopening adds to 重办率', () => {
  fc.assert(
    fc.property(anyHistory, (ticket) => {
      const sums = total(countsOf([ticket], ALWAYS));
      for (const rate of RATES)
        if (rate !== 'rework') expect(sums[rate].numerator).toBeLessThanOrEqual(sums[rate].denominator);
    }),
  );
});
