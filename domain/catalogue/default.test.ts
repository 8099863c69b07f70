import { faultsOf, parseCatalogue } from '@/contract/catalogue';
import { search } from './catalogue';
import menu from './default.json';

const catalogue = parseCatalogue(menu);
const of = (kind: string) => catalogue.services.filter((service) => service.kind === kind);

/** The drawings there are in `src/ui`. */
const ICONS =
  'home plus scale person drop bolt wrench phone leaf road lamp trash fire car book heart money tree noise chat flag doc star shield bowl river'.split(
    ' ',
  );

test('the menu has 31 services under five offices, the problem categories and the ways to say something', () => {
  expect(of('order')).toHaveLength(31);
  expect(of('report')).toHaveLength(15);
  expect(of('advice').map((service) => service.name)).toEqual(['咨询政策', '提个建议', '投诉建议']);
  expect(catalogue.offices.map((office) => office.name)).toEqual([
    '党群工作',
    '经济发展',
    '社会事务',
    '城乡建设',
    '应急环保',
  ]);
  for (const office of catalogue.offices) {
    expect(of('order').filter((service) => service.office === office.id).length).toBeGreaterThanOrEqual(3);
  }
});

test('it is free of mistakes that its shape does not show', () => {
  expect(faultsOf(catalogue)).toEqual([]);
});

test('every service has a drawing, and at most three questions of which few are typed', () => {
  for (const service of catalogue.services) {
    expect(ICONS).toContain(service.icon);
    expect(service.questions.length).toBeLessThanOrEqual(3);
    expect(service.questions.filter((ask) => ask.type === 'text').length).toBeLessThanOrEqual(1);
  }
});

test('what endangers a life stops the form and names the number to call', () => {
  const stopping = catalogue.services.flatMap((service) => service.questions.filter((ask) => ask.stops));
  expect(stopping.length).toBeGreaterThanOrEqual(10);
  for (const ask of stopping) {
    expect(ask.required).toBe(true);
    expect(ask.notice).toMatch(/110|119|120|95598/);
    expect(ask.options?.length).toBeGreaterThan(ask.stops?.length ?? 0);
  }
});

test('whoever comes to the house needs a number to call; whoever complains needs none', () => {
  const service = (id: string) => catalogue.services.find((entry) => entry.id === id);
  expect(service('plumbing')?.phone).toBe('required');
  expect(service('complain')?.phone).toBe('optional');
  expect(of('report').every((entry) => entry.phone === 'optional')).toBe(true);
});

test('no private matter asks for photos', () => {
  for (const id of ['legal-advice', 'living-allowance', 'blood-pressure', 'quarrel', 'complain']) {
    expect(catalogue.services.find((entry) => entry.id === id)?.evidence).toBe('off');
  }
});

test.each([
  ['灯不亮', 'street-light'],
  ['楼道里黑灯瞎火的', 'street-light'],
  ['下水道堵了', 'sewer'],
  ['量血压', 'blood-pressure'],
  ['想打官司', 'legal-advice'],
  ['找活干', 'jobs'],
  ['没水了', 'no-water'],
  ['闻着煤气味', 'gas-smell'],
  ['有人烧棒子秸', 'straw-burning'],
  ['茅房满了', 'toilet'],
  ['拉圾没人拉', 'garbage'],
  ['高龄补贴', 'age-allowance'],
  ['底保', 'living-allowance'],
  ['路登', 'street-light'],
  ['水管子冻了', 'plumbing'],
  ['包地签合同', 'contract-check'],
  ['老人一个人住', 'elder-visit'],
  ['广场舞太吵', 'noise'],
])('people say “%s” and find %s first', (said, id) => {
  expect(search(catalogue, said)[0]?.id).toBe(id);
});
