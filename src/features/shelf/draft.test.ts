import { parseCatalogue } from '@/contract/catalogue';
import menu from '@/domain/catalogue/default.json';
import { blank, draftOf, lackIn, nextQuestion, serviceOf } from './draft';

const { services, offices } = parseCatalogue(menu);

test('every service of the menu comes out of the form as it went in', () => {
  for (const service of services) {
    expect(serviceOf(draftOf(service))).toEqual(service);
    expect(lackIn(draftOf(service), [])).toBeNull();
  }
});

test('what is lacking is named, one thing at a time', () => {
  const fresh = blank({ offices, icons: ['list'] });
  expect(lackIn(fresh, [])).toMatchObject({ field: 'id' });
  expect(lackIn({ ...fresh, id: 'street-lamp' }, ['street-lamp'])).toMatchObject({
    words: '这个编号已经有了',
  });
  expect(lackIn({ ...fresh, id: 'new-one' }, [])).toMatchObject({ field: 'name' });
  expect(lackIn({ ...fresh, id: 'new-one', name: '修门' }, [])).toMatchObject({ field: 'hint' });
  const whole = { ...fresh, id: 'new-one', name: '修门', hint: '门坏了来修' };
  expect(lackIn(whole, [])).toBeNull();
  const asking = { ...whole, questions: [{ ...nextQuestion([]), ask: '哪里', options: '前门' }] };
  expect(lackIn(asking, [])).toMatchObject({ field: 'options q1' });
});

test('an option that stops the form goes with it when it is taken away', () => {
  const gas = services.find(({ questions }) => questions.some(({ stops }) => stops));
  if (!gas) throw new Error('no service stops the form');
  const draft = draftOf(gas);
  const without = draft.questions.map((question) =>
    question.stops ? { ...question, options: '甲\n乙' } : question,
  );
  const changed = serviceOf({ ...draft, questions: without });
  expect(changed.questions.some(({ stops, notice }) => stops || notice)).toBe(false);
});
