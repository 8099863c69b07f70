/**
 * A list is a list: whatever answers rows shows nobody's number in full but the reader's own. Every action of the matrix,
 * asked by every actor, over data in which everybody has a number; a new action is asked as soon as it has its row. Where
 * one number is what is asked for, the action stands below with its reason.
 */
import { digest } from '@/cloudfunctions/runtime/digest';
import type { ActionName } from '@/contract';
import { inputOf, subjectOf } from '@/test/api/inputs';
import { ACTORS, readMatrix } from '@/test/api/matrix';
import { AREA } from '@/test/builders/town';
import { withYima } from '@/test/support/yima';

const yima = withYima();
const rows = [...readMatrix().keys()].map((row) => [row, ...row.split(':')] as [string, ActionName, string?]);

/** One case, one person or one's own: what is asked for is a number, or cannot be done without it. */
const ONE: Readonly<Partial<Record<ActionName, string>>> = {
  'place.read': 'the grid worker of this place, to be called by everybody',
  'session.open': 'oneself',
  'profile.save': 'oneself',
  'profile.phone': 'oneself',
  'rights.correct': 'oneself',
  'rights.export': 'what one has given oneself',
  'staff.bind': 'oneself',
  'volunteer.register': 'oneself',
  'volunteer.leave': 'oneself',
  'ticket.file': 'who works on it, for its reporter',
  'ticket.read': 'who works on it, and whom it is for',
  'ticket.move': 'who works on it, and whom it is for',
  'wish.post': 'oneself',
  'wish.read': 'where to bring what was claimed',
  'wish.move': 'where to bring what was claimed',
  'activity.draft': 'who answers for it',
  'activity.read': 'who answers for it',
  'activity.move': 'who answers for it',
  'activity.phone': 'one who takes part: counted and written down',
  'volunteer.phone': 'one volunteer: counted and written down',
  'certificate.issue': 'the office that answers for it',
  'certificate.read': 'the office that answers for it',
};
/** Mobile numbers in any writing, and landlines with their area code. */
const NUMBER =
  /(?<![\da-f])(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?![\da-f])|(?<![\da-f-])0\d{2,3}[\s-]\d{7,8}(?![\da-f])/g;

/** Without what may stand in it: ids, keys and moments are no numbers of anybody. */
function numbersIn(answer: unknown): string[] {
  const text = JSON.stringify(answer, (name, value) =>
    typeof value === 'number' || name === 'requestId' ? null : value,
  );
  return text.match(NUMBER) ?? [];
}

const listed = new Map<string, number>();

beforeAll(async () => {
  await yima.volunteers(['guest31', 'guest32'], ['electric'], { area: AREA });
  for (const nth of [1, 2, 3])
    await yima.call(
      `guest${nth}`,
      'ticket.file',
      yima.filing({ contact: { name: `邻${nth}`, phone: `1380000000${nth}` } }),
    );
  for (const nth of [1, 2, 3])
    await yima.call(
      `guest${nth}`,
      'wish.post',
      yima.wish({ contact: { name: `邻${nth}`, phone: `1380000001${nth}` } }),
    );
  const enrol = (line: number) => ({
    line,
    name: line === 2 ? '王建国' : '李秀兰',
    phone: `1360000000${line}`,
    work: '税务局',
    home: '闫满村',
    skills: '',
  });
  await yima.call('qian', 'enrolment.import', { dry: false, rows: [enrol(2), enrol(3)] });
});

test('a number is seen in any writing, and an id is none', () => {
  expect(numbersIn({ a: '打 138 0000 0001', b: '86-13800000001', c: '0531-88881234' })).toHaveLength(3);
  expect(numbersIn({ id: 'u_13800000001abcdef', at: 13800000001, p: '138****0001' })).toEqual([]);
});

test.each(rows.filter(([, action]) => ONE[action] === undefined))('%s', async (row, action, variant = '') => {
  const people = await yima.people();
  for (const actor of ACTORS) {
    const id = await subjectOf(yima, action, variant);
    const { after: _, ...input } = inputOf(yima, action, variant, id) as { after?: string };
    const answer = await yima.ask(actor, action, input);
    if (!answer.ok) continue;
    const own = actor === 'lin' ? ['17000000001'] : [];
    expect([actor, numbersIn(answer.data).filter((number) => !own.includes(number))]).toEqual([actor, []]);
    const page = answer.data as { rows?: readonly unknown[] } | readonly unknown[] | null;
    const count =
      (Array.isArray(page) ? page : (page as { rows?: readonly unknown[] } | null)?.rows)?.length ?? 0;
    listed.set(row, Math.max(listed.get(row) ?? 0, count));
    if (action === 'rights.erase') await yima.people(people);
  }
});

test('the lists of people were not empty', () => {
  for (const row of [
    'volunteer.list',
    'activity.people',
    'enrolment.list:waiting',
    'ticket.list:mine',
    'wish.list:review',
  ])
    expect([row, listed.get(row) ?? 0]).not.toEqual([row, 0]);
});

test('what is exempt is an action that there is', () => {
  const actions = new Set<string>(rows.map(([, action]) => action));
  expect(Object.keys(ONE).filter((action) => !actions.has(action))).toEqual([]);
});

test('a number that is asked for is written down, and is not there for the asking', async () => {
  const deeds = async () =>
    (await yima.emulator.db.collection('audit').where({ what: 'volunteer.phone' }).limit(1000).get()).data;
  const before = (await deeds()).length;
  const [one] = (await yima.call('qian', 'volunteer.list', {})).rows;
  expect(one?.phone).toMatch(/^\d{3}\*{4}\d{4}$/);
  process.env.YIMA_LIMITS = 'on';
  let given = 0;
  for (let asked = 0; asked < 80; asked++)
    if ((await yima.outcome('qian', 'volunteer.phone', { id: one?.id })) === 'ok') given++;
  process.env.YIMA_LIMITS = 'off';
  expect(given).toBeLessThanOrEqual(62);
  expect(given).toBeGreaterThan(5);
  const written = (await deeds()) as { about: unknown }[];
  expect(written.length - before).toBe(given);
  expect(
    written.filter(
      ({ about }) => JSON.stringify(about) === JSON.stringify({ id: digest('deed', one?.id ?? '') }),
    ),
  ).toHaveLength(given);
});
