/** One consent is one message: it is asked for first thing in the tap that begins something, and only when none is left. */
import { answer } from './answers';
import { built } from './built';
import { createHost, type Host } from './host';

const dist = built('weapp');
const ID = { id: `w${'0'.repeat(24)}` };
const WISH = 'pages/volunteer/wish/index';

let host: Host;
afterEach(() => host?.close());

function withBudget(left: Record<string, number>, templates = [{ name: 'task', id: 'tmpl-task' }]): Host {
  return createHost(dist, {
    cloud: (action) =>
      action === 'notice.budget'
        ? { ok: true, now: Date.now(), data: { templates, left, words: '' } }
        : answer(action),
  });
}

interface Called {
  readonly action: string;
  readonly input: { readonly templates?: readonly string[] };
}
const callsOf = (): Called[] =>
  host.calls.map(({ name, args }) => (args as { data?: Called }).data ?? { action: name, input: {} });
const asked = () => callsOf().map(({ action }) => action);

async function claim(): Promise<void> {
  const page = await host.open(WISH, ID);
  await host.until(() => host.text(page).includes('我来认领'), 'the wish');
  await host.until(() => asked().includes('notice.budget'), 'the budget');
  await new Promise((resolve) => setTimeout(resolve, 50));
  host.tap(page, '我来认领');
  await host.until(() => asked().includes('showModal'), 'the question');
}

test('claiming asks for the message that will be due, before anything else, and the ledger hears of it', async () => {
  host = withBudget({ task: 0 });
  await claim();
  const order = asked();
  expect(order.indexOf('requestSubscribeMessage')).toBeGreaterThan(0);
  expect(order.indexOf('requestSubscribeMessage')).toBeLessThan(order.indexOf('showModal'));
  await host.until(() => asked().includes('notice.consent'), 'the ledger');
  const told = callsOf().find(({ action }) => action === 'notice.consent');
  expect(told?.input.templates).toEqual(['task']);
  expect(host.logs).toEqual([]);
});

test.each<[string, Record<string, number>, { name: string; id: string }[]]>([
  ['one is left', { task: 1 }, [{ name: 'task', id: 'tmpl-task' }]],
  ['it is no message of this step', {}, [{ name: 'result', id: 'tmpl-result' }]],
  ['there is no template', {}, []],
])('nobody is asked when %s', async (_, left, templates) => {
  host = withBudget(left, templates);
  await claim();
  expect(asked()).not.toContain('requestSubscribeMessage');
});
