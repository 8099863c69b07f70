/**
 * Timers are nobody's button: who × job, as data. A job without its row fails. What an event says of itself counts for
 * nothing; only what the platform says of it, and the operator's key.
 */
import { JOBS } from '@/cloudfunctions/jobs/door';
import { START } from '@/test/builders/ticket';
import { contextOf, KEYS, openidOf, TIMER, withYima } from '@/test/support/yima';

const yima = withYima();
const KEY = KEYS.YIMA_OPERATOR_KEY;
const TIMER_EVENT = { Type: 'Timer', TriggerName: 'tick', Time: new Date(START).toISOString(), Message: '' };
const body = (event: object) => JSON.stringify(event);
const http = (event: object) => ({
  path: '/jobs',
  httpMethod: 'POST',
  headers: { 'x-trigger-src': 'timer' },
  queryStringParameters: event,
  body: body(event),
});

/** Who sends what, and whether the job is theirs: `-` is refused, `sweep` and `asked` say which job is done. */
const WHO: readonly (readonly [
  who: string,
  event: (job: string) => unknown,
  environment: Record<string, string>,
  gets: '-' | 'sweep' | 'asked',
])[] = [
  ['nobody', (job) => ({ job }), {}, '-'],
  ['nobody, without a word', () => undefined, {}, '-'],
  ['nobody, who says it is the timer', (job) => ({ ...TIMER_EVENT, job }), {}, '-'],
  ['nobody over HTTP', (job) => http({ ...TIMER_EVENT, job }), { TCB_SOURCE: 'wx_http' }, '-'],
  ['the key over HTTP', (job) => http({ job, key: KEY }), { TCB_SOURCE: 'wx_http' }, '-'],
  ['a resident', (job) => ({ job }), { WX_OPENID: openidOf('lin') }, '-'],
  [
    'a resident with the timer’s event',
    (job) => ({ ...TIMER_EVENT, job }),
    { WX_OPENID: openidOf('lin') },
    '-',
  ],
  ['a resident with the key', (job) => ({ job, key: KEY }), { WX_OPENID: openidOf('lin') }, '-'],
  [
    'a resident, whatever the source',
    (job) => ({ job, key: KEY }),
    { WX_OPENID: openidOf('lin'), ...TIMER },
    '-',
  ],
  ['a leader', (job) => ({ job, key: KEY }), { WX_OPENID: openidOf('shu') }, '-'],
  ['an anonymous login', (job) => ({ job, key: KEY }), { TCB_UUID: 'x', TCB_ISANONYMOUS_USER: 'true' }, '-'],
  ['a login of our own', (job) => ({ job, key: KEY }), { TCB_CUSTOM_USER_ID: 'x' }, '-'],
  ['another function', (job) => ({ ...TIMER_EVENT, job }), { TCB_SOURCE: 'scf' }, '-'],
  ['a wrong key', (job) => ({ job, key: `${KEY}x` }), {}, '-'],
  ['a key that is no text', (job) => ({ job, key: [KEY] }), {}, '-'],
  ['an empty key', (job) => ({ job, key: '' }), {}, '-'],
  ['the operator', (job) => ({ job, key: KEY }), { TCB_SOURCE: 'scf' }, 'asked'],
  ['the timer', () => TIMER_EVENT, TIMER, 'sweep'],
  [
    'the timer, with a job in its message',
    (job) => ({ ...TIMER_EVENT, job, Message: body({ job }) }),
    TIMER,
    'sweep',
  ],
];

/** By what the answer of a job is known. */
const KNOWN_BY: Readonly<Record<string, string>> = {
  sweep: 'looked',
  health: 'checks',
  recompute: 'recomputed',
  upgrade: 'version',
};

test('every job has its row', () => {
  expect(Object.keys(KNOWN_BY).sort()).toEqual([...JOBS].sort());
});

test.each(JOBS.flatMap((job) => WHO.map((row) => [job, ...row] as const)))(
  '%s × %s',
  async (job, who, event, environment, gets) => {
    const { main } = await import('@/cloudfunctions/jobs');
    const before = await yima.emulator.calls();
    const answer = await main(event(job), contextOf(environment));
    if (gets === '-') {
      expect([who, answer]).toEqual([who, expect.objectContaining({ ok: false, code: 'NOT_ALLOWED' })]);
      expect((await yima.emulator.calls()).total).toBe(before.total);
    } else expect(answer).toHaveProperty(KNOWN_BY[gets === 'asked' ? job : gets] ?? '');
  },
);

test('a job that there is not, and a key too short to be one, are nobody’s', async () => {
  const { admit } = await import('@/cloudfunctions/jobs/door');
  expect(admit({ job: 'toString', key: KEY }, contextOf({}))).toBeNull();
  for (const short of ['', 'short']) {
    process.env.YIMA_OPERATOR_KEY = short;
    expect(admit({ job: 'health', key: short }, contextOf({}))).toBeNull();
  }
  process.env.YIMA_OPERATOR_KEY = KEY;
});

test('an event without the platform’s variables in its context is told by those of the process', async () => {
  const { admit } = await import('@/cloudfunctions/jobs/door');
  expect(admit(TIMER_EVENT, {})).toBeNull();
  process.env.TRIGGER_SRC = 'timer';
  expect(admit(TIMER_EVENT, {})).toBe('sweep');
  delete process.env.TRIGGER_SRC;
});
