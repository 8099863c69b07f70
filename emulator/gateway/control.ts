import { Hono } from 'hono';
import type { Emulator } from '../emulator';
import { healthOf, healthPage } from './health';
import { homePage } from './page';

/** A person of the persona switch; the emulator gives these fields no meaning. */
export interface User {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  readonly group?: string;
}

/** `/emulator/…`: what a developer, a test or a demo turns and reads. */
export function controlRoutes(emulator: Emulator): Hono {
  const app = new Hono();
  const { counters, faults, store, timers, wechat } = emulator;

  app.get('/', (c) => c.html(homePage(emulator)));

  app.get('/health', async (c) => {
    const report = await healthOf(emulator);
    return c.req.query('json') === undefined ? c.html(healthPage(report)) : c.json(report);
  });

  app.get('/clock', (c) => c.json(emulator.clockReport()));
  app.post('/clock', async (c) => c.json(await emulator.moveClock(await c.req.json())));

  app.get('/calls', (c) => c.json(counters.report()));
  app.post('/calls/reset', (c) => {
    counters.resetCalls();
    return c.json({});
  });
  app.get('/scans', (c) => c.json({ scans: counters.scanReport() }));
  app.post('/scans/reset', (c) => {
    counters.resetScans();
    return c.json({});
  });

  app.get('/faults', (c) => c.json({ faults: faults.report() }));
  app.post('/faults', async (c) => {
    const { faults: list, seed } = await c.req.json<{ faults?: unknown; seed?: unknown }>();
    faults.set(list ?? [], seed);
    return c.json({ faults: faults.report() });
  });

  app.get('/users', (c) => c.json({ users: JSON.parse(store.getMeta('users') ?? '[]') }));
  app.post('/users', async (c) => {
    const { users } = await c.req.json<{ users?: unknown }>();
    store.setMeta('users', JSON.stringify(checkUsers(users)));
    return c.json({ users });
  });

  app.get('/wechat', (c) => c.json(wechat.report()));
  app.post('/wechat', async (c) => {
    wechat.configure(await c.req.json());
    return c.json(wechat.report());
  });

  app.get('/timers', (c) => c.json({ timers: timers.report() }));
  app.post('/timers/:name', async (c) => c.json(await timers.fire(c.req.param('name'))));

  app.get('/integrity', (c) => c.json({ result: store.integrity() }));
  app.post('/reset', (c) => {
    emulator.reset();
    return c.json({});
  });

  app.onError((error, c) => c.json({ code: 'INVALID_PARAM', message: error.message }, 400));
  app.notFound((c) => c.json({ code: 'NOT_FOUND', message: `no such door: ${c.req.path}` }, 404));
  return app;
}

function checkUsers(raw: unknown): readonly User[] {
  if (!Array.isArray(raw)) throw new Error('users must be an array');
  for (const user of raw as Partial<User>[])
    if (typeof user?.id !== 'string' || typeof user.label !== 'string')
      throw new Error('each user needs the texts id and label');
  return raw as User[];
}
