/** A few screens, at both ends of the widths and font sizes; `npm run audit` looks at all of them. */
import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { Phone } from '@/scripts/local';
import { launchBrowser } from '@/test/support/browser';
import { withPhones } from '@/test/support/phones';
import { openidOf, SCENE } from '@/test/support/yima';
import { auditScreens, say, sum } from './audit';

const phones = withPhones();
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser?.close());

test('home, a form, a request and the day of a worker have no fault', async () => {
  const { url } = phones.emulator;
  const { id } = await new Phone(url).call(openidOf('lin'), 'ticket.file', {
    service: 'street-lamp',
    scene: SCENE(),
    key: randomUUID(),
    address: '',
    text: '二楼的灯坏了三天',
    answers: [{ id: 'where', answer: '楼道' }],
    photos: [],
    contact: { name: '林桂芬', phone: '17000000001' },
  });
  const lin = openidOf('lin');
  const report = await auditScreens(
    browser,
    [
      {
        name: 'home',
        as: lin,
        route: `pages/resident/home/index?scene=${encodeURIComponent(SCENE())}`,
        until: '赵海平',
      },
      { name: 'form', as: lin, route: 'pages/resident/file/index?service=street-lamp', until: '提交问题' },
      { name: 'request', as: lin, route: `pages/resident/ticket/index?id=${id}`, until: '办理经过' },
      { name: 'work', as: openidOf('zhao'), route: 'pages/staff/work/index', until: '二楼的灯坏了三天' },
    ],
    { url, widths: [320, 414], fonts: [1, 1.75] },
  );
  expect(sum(report)).toMatch(/^4 screens, 16 looks/);
  expect(report.texts).toBeGreaterThan(200);
  expect(report.targets).toBeGreaterThan(80);
  expect(say('faults', report.found)).toBe('faults: nothing');
}, 120_000);
