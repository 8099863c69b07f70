import { ASK, GAS, LAMP, ROOF } from '@/test/builders/town';
import { requireComplete, type Said } from './filing';

const said = (over: Partial<Said> = {}): Said => ({ text: '', answers: [], photos: [], phone: '', ...over });
const where = (answer: string) => [{ id: 'where', answer }];

test.each([
  ['a question left open', LAMP, said({ text: '坏了' }), 'ANSWER_MISSING'],
  ['an answer that is no option', LAMP, said({ answers: where('天上') }), 'ANSWER_INVALID'],
  [
    'an answer to no question',
    LAMP,
    said({ answers: [...where('楼道'), { id: 'colour', answer: '红' }] }),
    'ANSWER_INVALID',
  ],
  ['danger', GAS, said({ answers: [{ id: 'now', answer: '有' }] }), 'CALL_EMERGENCY'],
  ['nothing said and nothing shown', ASK, said(), 'WORDS_REQUIRED'],
  ['a visit without a phone', ROOF, said({ text: '漏雨' }), 'PHONE_REQUIRED'],
] as const)('%s is refused', (_, service, given, code) => {
  expect(() => requireComplete(service, given)).toThrow(expect.objectContaining({ code }));
});

test.each([
  ['an answer alone', LAMP, said({ answers: where('楼道') })],
  ['a photo alone', ASK, said({ photos: ['cloud://a.b/u/1.jpg'] })],
  ['an order by its name alone', ROOF, said({ phone: '17000000001' })],
  ['danger that has passed', GAS, said({ answers: [{ id: 'now', answer: '没有了' }] })],
] as const)('%s is enough', (_, service, given) => {
  expect(requireComplete(service, given)).toHaveLength(given.answers.length);
});
