/**
 * Every action, every notice and every export, asked by everybody who must not know: whom a report is about, who has given
 * no reason to see a sealed name, another town, a stranger. A new action is asked as soon as it has its row in the matrix.
 */
import type { ActionName, Input } from '@/contract';
import { PARTS } from '@/domain/rights/holdings';
import { DAY, HOUR } from '@/domain/time/day';
import { inputOf } from '@/test/api/inputs';
import { readMatrix } from '@/test/api/matrix';
import { AREA, ASK, TOWN } from '@/test/builders/town';
import { type Name, withYima } from '@/test/support/yima';

const yima = withYima();
const COMPLAIN = { ...ASK, id: 'complain', name: '投诉建议', kind: 'advice', urgency: 'L3' } as const;
/** Who reports: a name and a number that stand in no other input of the matrix. */
const REPORTER = 'guest7';
const CONTACT = { name: '欧阳采薇', phone: '17055512345' };
/** Words that stand in no other text of the town, another for each report. */
const gistOf = (nth: number) => `第${nth}座紫藤架`;
const wordsOf = (gist: string) => `${gist}倒了，我是${CONTACT.name}，打 170-5551-2345 找我`;

type Against = NonNullable<Input<'ticket.file'>['against']>;
interface Report {
  readonly id: string;
  readonly no: string;
  readonly gist: string;
}

beforeAll(async () => {
  await yima.emulator.db
    .collection('directory')
    .doc('catalogue')
    .update({ services: [...(await menu()), COMPLAIN] });
  await yima.call(REPORTER, 'profile.save', CONTACT);
});

async function menu(): Promise<object[]> {
  const { data } = await yima.emulator.db.collection('directory').doc('catalogue').get();
  return (data[0] as { services: object[] }).services;
}

let reports = 0;
async function filed(over: Partial<Input<'ticket.file'>>): Promise<Report> {
  const gist = gistOf(++reports);
  const { id, no } = await yima.call(REPORTER, 'ticket.file', {
    ...yima.filing({ service: COMPLAIN.id, text: wordsOf(gist), contact: CONTACT }),
    ...over,
  });
  return { id, no, gist };
}

/** What somebody reads who tries every row of the matrix on this report, and every page of everything. */
async function* readBy(name: Name, { id }: Report): AsyncGenerator<readonly [string, string]> {
  const people = await yima.people();
  const rows = [...readMatrix().keys()].map((row) => row.split(':') as [ActionName, string?]);
  const asked: (readonly [string, ActionName, unknown])[] = [
    ...rows.map(([action, variant = '']) => {
      const input = inputOf(yima, action, variant, id);
      return [`${action}:${variant}`, action, input] as const;
    }),
    ...PARTS.map((part) => [`export ${part}`, 'rights.export', { part }] as const),
    ...TOWN.persons.map((one) => [`in hand of ${one.id}`, 'desk.inhand', { person: one.id }] as const),
    ...TOWN.units.map((one) => [`roster of ${one.id}`, 'desk.roster', { unit: one.id }] as const),
    ['all services', 'desk.precedents', {}] as const,
    [
      'another table',
      'desk.dryrun',
      { responsibility: [{ id: 'all', service: '*', place: AREA, post: 'dispatcher' }] },
    ],
    ['notices', 'notice.list', {}] as const,
  ];
  // who leaves goes last, and comes back
  asked.sort(
    ([one], [other]) => Number(one.startsWith('rights.erase')) - Number(other.startsWith('rights.erase')),
  );
  for (const [what, action, input] of asked) {
    const answer = await yima.ask(name, action, input);
    if (!answer.ok && answer.code === 'SOMETHING_WRONG') throw new Error(`${what} as ${name}`);
    yield [what, JSON.stringify(answer)];
  }
  await yima.people(people);
}

/** The rows in which one of these words stands. */
async function leaks(name: Name, report: Report, words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const [what, said] of readBy(name, report))
    for (const word of words) if (said.includes(word)) found.push(`${name} reads ${word} in ${what}`);
  return found;
}

/** Everything of a report that names it or says what it is. */
const traces = ({ id, no, gist }: Report): string[] => [id, no, gist];

async function move(
  name: Name,
  { id }: Report,
  what: Input<'ticket.move'>['move'],
  evidence: Partial<Input<'ticket.move'>> = {},
): Promise<void> {
  await yima.call(name, 'ticket.move', yima.move(id, what, { text: '写一句', ...evidence }));
  await yima.tick();
}

/** Who was told anything about it, by id. */
async function told({ id }: Report): Promise<string[]> {
  const notices = yima.emulator.db.collection('notices');
  const { data } = await notices.where({ 'about.id': id }).limit(1000).get();
  return [...new Set((data as { to: string }[]).map(({ to }) => to))].sort();
}

const SUN = { post: 'grid@v01', person: 's_sun' };
const ZHAO = { post: 'grid@m012', person: 's_zhao' };

const ABOUT: readonly {
  readonly what: string;
  readonly against: Against;
  readonly accused: readonly Name[];
}[] = [
  { what: 'a unit', against: { unit: 'office-urban', person: null }, accused: ['ma', 'hou'] },
  { what: 'a person', against: { unit: null, person: 's_zhao' }, accused: ['zhao'] },
];

test.each(ABOUT)(
  'a report about $what, from filing to a refused result: they read nothing of it and hear nothing',
  async ({ against, accused }) => {
    const handler = accused.includes('zhao') ? 'sun' : 'zhao';
    const report = await filed({ against });
    const outside = [...accused, 'wang', 'tao', 'nobody'] as const;
    const seen = async () => {
      const found: string[] = [];
      for (const name of outside) found.push(...(await leaks(name, report, traces(report))));
      return found;
    };
    await yima.tick();
    expect(await seen()).toEqual([]);

    const { state } = await yima.call('qian', 'ticket.read', { id: report.id });
    await move(
      'qian',
      report,
      state === 'submitted' ? 'dispatch' : 'transfer',
      handler === 'sun' ? SUN : ZHAO,
    );
    await move(handler, report, 'sign');
    await move(handler, report, 'contact', { contact: 'phone' });
    const helper = handler === 'zhao' ? SUN : { post: 'urban', person: 's_hou' };
    await move(handler, report, 'convene', { helpers: [helper] });
    await move(handler, report, 'extend', { days: 3 });
    expect(await seen()).toEqual([]);

    // every measure, meeting, limit and rung of the ladder passes
    for (let day = 0; day < 20; day++) {
      yima.later(DAY);
      await yima.tick();
    }
    expect(await seen()).toEqual([]);
    const { slips, joint } = await yima.call('qian', 'ticket.read', { id: report.id });
    expect(slips.length).toBeGreaterThan(3);

    for (const { no } of joint?.measures ?? []) await move(handler, report, 'measure', { measure: no });
    await move(handler, report, 'resolve', { result: 'solved' });
    yima.later(HOUR);
    await move(REPORTER, report, 'rate', { level: 1, reasons: ['unsolved'], text: wordsOf(report.gist) });
    expect(await seen()).toEqual([]);

    const ids = await told(report);
    expect(ids).toContain('s_qian');
    expect(ids.filter((id) => accused.some((name) => id === `s_${name}`))).toEqual([]);
  },
  120_000,
);

test('the dispatchers and leaders of the desk, when it is about the desk', async () => {
  const report = await filed({ against: { unit: 'desk', person: null } });
  await yima.tick();
  for (const name of ['qian', 'shu'] as const) expect(await leaks(name, report, traces(report))).toEqual([]);
  expect((await told(report)).filter((id) => ['s_qian', 's_shu'].includes(id))).toEqual([]);
});

test('a sealed report: who gives no reason reads no name and no number of whoever sent it', async () => {
  // an order: what five readers report at once becomes one incident, and an order does not
  const report = await filed({ service: 'roof', sealed: true });
  const secrets = [CONTACT.name, CONTACT.phone, '170-5551-2345', '170****2345'];
  const seen = async () => {
    const found: string[] = [];
    for (const name of ['zhao', 'sun', 'hou', 'qian', 'shu', 'wang', 'tao'] as const)
      found.push(...(await leaks(name, report, secrets)));
    // a look gives its reason, which is judged below
    return found.filter((leak) => !leak.endsWith('in ticket.move:look'));
  };
  await yima.tick();
  // the dispatcher tries every row as well, and gives it to sun
  const backToZhao = async () => {
    await move('qian', report, 'transfer', ZHAO);
    await move('zhao', report, 'sign');
    await move('zhao', report, 'contact', { contact: 'phone' });
  };
  expect(await seen()).toEqual([]);
  await backToZhao();
  await move('zhao', report, 'ask');
  await move(REPORTER, report, 'answer', { text: wordsOf(report.gist) });
  await move(REPORTER, report, 'note', { text: wordsOf(report.gist) });
  expect(await seen()).toEqual([]);
  await backToZhao();
  await move('zhao', report, 'resolve', { result: 'solved' });
  await move(REPORTER, report, 'rate', { level: 1, reasons: ['slow'], text: wordsOf(report.gist) });
  expect(await seen()).toEqual([]);
  await backToZhao();

  const looked = yima.move(report.id, 'look', { text: '要上门核实' });
  expect(JSON.stringify(await yima.call('zhao', 'ticket.move', looked))).toContain(CONTACT.phone);
  const { sealed } = await yima.call(REPORTER, 'ticket.read', { id: report.id });
  expect(sealed?.looks.map(({ why }) => why)).toContain('要上门核实');
  // and no copy of it loses the seal
  const turned = yima.move(report.id, 'become', { kind: 'repair', text: '像个心愿' });
  expect(await yima.outcome('qian', 'ticket.move', turned)).toBe('SEALED_STAYS');
});

test('who no longer holds the post reads nothing of what they had in hand', async () => {
  const area = yima.emulator.db.collection('directory').doc(`area:${TOWN.path}`);
  const [{ posts, rev = 0 }] = (await area.get()).data as [{ posts: object[]; rev?: number }];
  const report = await filed({ service: 'roof' });
  await move('qian', report, 'transfer', ZHAO).catch(() => move('qian', report, 'dispatch', ZHAO));
  await move('zhao', report, 'sign');
  await yima.call('shu', 'desk.holders', { post: 'grid@m012', holders: [], rev });
  await yima.tick();
  const words = [...traces(report), CONTACT.name, CONTACT.phone];
  expect(await leaks('zhao', report, words)).toEqual([]);
  await area.update({ posts });
  (await import('@/cloudfunctions/runtime/directory')).forgetDirectory();
});
