import { assignmentTo, filed, inState, moved, START } from '@/test/builders/ticket';
import { AREA, GAS, LAMP, STAIRWELL, shu } from '@/test/builders/town';
import type { Responsibility } from '../org/org';
import { burstOf } from './likeness';
import { suggestionsFrom } from './precedents';
import type { Ticket } from './ticket';

const ruled = (n: number, given: Partial<Ticket> = {}, who = 's_hou'): Ticket => ({
  ...moved(inState('adjudicating'), 'rule', shu, START + n * 60_000, { assignment: assignmentTo(who) }),
  _id: `t${n}`,
  no: `T-${n}`,
  ...given,
});
const LINE: Responsibility = { id: 'x', service: LAMP.id, place: AREA, post: 'urban' };

describe('rulings become a suggestion', () => {
  test('of the third like case, at the deepest place that holds all of them', () => {
    expect(suggestionsFrom([ruled(1), ruled(2)], [])).toEqual([]);
    const [found] = suggestionsFrom([ruled(1), ruled(2), ruled(3)], []);
    expect(found?.rule).toEqual({
      id: 'ruled-street-lamp-1',
      service: LAMP.id,
      place: STAIRWELL,
      post: 'urban',
      clause: '裁定先例 T-1、T-2、T-3',
    });
    const wide = [ruled(1), ruled(2), ruled(3, { orgPath: `${AREA}v01/g2/m020/` })];
    expect(suggestionsFrom(wide, [])[0]?.rule.place).toBe(`${AREA}v01/`);
    const all = [...wide, ruled(4, { orgPath: `${AREA}v02/g1/m021/` })];
    expect(suggestionsFrom(all, [])[0]?.rule.place).toBe(AREA);
  });

  test('never of other services or other posts together, nor of what the table says already', () => {
    const gas = { service: { ...LAMP, id: GAS.id } };
    expect(suggestionsFrom([ruled(1), ruled(2), ruled(3, gas)], [])).toEqual([]);
    expect(suggestionsFrom([ruled(1), ruled(2), ruled(3, {}, 's_sun')], [])).toEqual([]);
    const three = [ruled(1), ruled(2), ruled(3)];
    expect(suggestionsFrom([filed(), ...three, filed()], [])[0]?.cases).toEqual(three);
    expect(suggestionsFrom(three, [LINE])).toEqual([]);
    expect(suggestionsFrom(three, [{ ...LINE, place: STAIRWELL }])).toEqual([]);
    expect(suggestionsFrom(three, [{ ...LINE, service: 'gas' }])).toHaveLength(1);
    expect(suggestionsFrom(three, [{ ...LINE, place: `${AREA}v02/` }])).toHaveLength(1);
    expect(
      suggestionsFrom(three, [{ ...LINE, id: 'ruled-street-lamp-1', post: 'grid-worker' }])[0]?.rule.id,
    ).toBe('ruled-street-lamp-2');
  });
});

describe('a burst of reports', () => {
  const HOUR = 3_600_000;
  const report = (n: number, given: Partial<Ticket> = {}): Ticket => ({
    ...filed({ at: START + n * 60_000 }),
    _id: `t${n}`,
    reporter: { id: `u_${n}`, name: '', phone: '' },
    ...given,
  });
  const others = (count: number, given: Partial<Ticket> = {}) =>
    Array.from({ length: count }, (_, n) => report(n, given));
  const point = (metres: number) => ({
    place: { id: 'p', name: '', at: { longitude: 117, latitude: 36 + metres / 111_195 } },
  });

  test('the fifth within two hours follows the oldest', () => {
    expect(burstOf(report(9), others(3))).toBeNull();
    expect(burstOf(report(9), others(4))?._id).toBe('t0');
  });

  test('the oldest itself follows nothing', () => {
    expect(
      burstOf(
        report(0),
        [1, 2, 3, 4].map((n) => report(n)),
      ),
    ).toBeNull();
  });

  test('two hours apart are still one thing', () => {
    const first = { openedAt: START + 9 * 60_000 - 2 * HOUR };
    expect(burstOf(report(9), others(4, first))?._id).toBe('t0');
  });

  test('who follows one already, is followed, or speaks of somebody, follows nothing', () => {
    expect(burstOf(report(9, { parent: { id: 'x', no: 'x' } }), others(4))).toBeNull();
    expect(burstOf(report(9, { followers: ['t8'] }), others(4))).toBeNull();
    expect(burstOf(report(9, { against: { unit: 'desk', person: null, name: '' } }), others(4))).toBeNull();
  });

  test('of two that came in the same moment one goes first, and only one', () => {
    const same = ['a', 'b', 'c', 'd', 'e'].map((id, n) => report(n, { _id: id, openedAt: START }));
    expect(same.map((one) => burstOf(one, same)?._id ?? null)).toEqual([null, 'a', 'a', 'a', 'a']);
  });

  test.each<[string, Partial<Ticket>]>([
    ['older than two hours', { openedAt: START - 2 * HOUR }],
    ['of another service', { service: { ...LAMP, id: 'gas' } }],
    ['in another grid', { orgPath: `${AREA}v01/g2/m020/` }],
    ['about somebody', { against: { unit: 'desk', person: null, name: '' } }],
  ])('four others %s are no burst', (_, given) => {
    expect(burstOf(report(9), others(4, given))).toBeNull();
  });

  test('one person who reports five times is no burst', () => {
    const lin = { reporter: { id: 'u_lin', name: '', phone: '' } };
    expect(burstOf(report(9, lin), others(4, lin))).toBeNull();
  });

  test('it follows the oldest that says the same, and nothing when none does', () => {
    const [first, second, ...rest] = others(4);
    const other = [{ ...(first as Ticket), text: '井盖丢了，车过不去' }, second as Ticket, ...rest];
    expect(burstOf(report(9), other)?._id).toBe('t1');
    expect(burstOf(report(9, { text: '井盖没有了，谁来看看' }), others(4))).toBeNull();
    // a few words of a longer text are not the text
    expect(
      burstOf(report(9, { text: `${first?.text}，还有井盖也没有了，垃圾也没人收` }), others(4)),
    ).toBeNull();
    expect(burstOf(report(9, { text: '' }), others(4))).toBeNull();
  });

  test('without words it follows what was answered alike, and is without words', () => {
    const silent = { text: '' };
    expect(burstOf(report(9, silent), others(4, silent))?._id).toBe('t0');
    const answer = (said: string) => ({ ...silent, answers: [{ id: 'where', ask: '哪里', answer: said }] });
    expect(burstOf(report(9, answer('楼道')), others(4, answer('楼道')))?._id).toBe('t0');
    expect(burstOf(report(9, answer('楼道')), others(4, answer('路边')))).toBeNull();
  });

  test('the same words with another answer are another thing', () => {
    const answer = (said: string) => ({ answers: [{ id: 'where', ask: '哪里', answer: said }] });
    expect(burstOf(report(9, answer('楼道')), others(4, answer('路边')))).toBeNull();
  });

  test.each<[string, Partial<Ticket>]>([
    ['somebody hurt', { text: '孩子被电了一下' }],
    ['an urgent matter', { urgency: 'L2' }],
    ['a sealed one', { sealed: true }],
  ])('%s neither follows nor is followed, but counts', (_, given) => {
    expect(burstOf(report(9, given), others(4))).toBeNull();
    expect(burstOf(report(9, given), others(4, given))).toBeNull();
    const [first, ...rest] = others(4);
    expect(burstOf(report(9), [{ ...(first as Ticket), ...given }, ...rest])?._id).toBe('t1');
  });

  test('300 metres are near, one more is not, whatever the grid', () => {
    expect(
      burstOf(report(9, point(0)), others(4, { ...point(299), orgPath: `${AREA}v01/g2/m020/` }))?._id,
    ).toBe('t0');
    expect(burstOf(report(9, point(0)), others(4, point(301)))).toBeNull();
  });

  test('one that follows already counts, and is not followed itself', () => {
    const [first, ...rest] = others(4);
    const followed = [{ ...(first as Ticket), parent: { id: 'x', no: 'x' } }, ...rest];
    expect(burstOf(report(9), followed)?._id).toBe('t1');
  });
});
