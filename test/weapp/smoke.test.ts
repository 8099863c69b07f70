/** The built mini-program under a bare VM: every page mounts, quietly, and sends little across the bridge. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import menu from '@/domain/catalogue/default.json';
import { answer } from './answers';
import { built, routes } from './built';
import { createHost, type Host } from './host';

const KB = 1000;
const dist = built('weapp');
const all = [...routes().main, ...routes().staff];

/** A request and a place, for pages that want one. */
const QUERY = {
  id: `t${'0'.repeat(24)}`,
  service: menu.services.find(({ kind }) => kind === 'report')!.id,
  scene: 'p%3D0123456789.abcdefgh',
};

/** The elements that the built templates can draw. */
const templates = new Set(
  [...readFileSync(path.join(dist, 'base.wxml'), 'utf8').matchAll(/name="tmpl_\d+_([\w-]+)"/g)].map(
    ([, name]) => name,
  ),
);

test('the templates let spoken labels through', () => {
  const base = readFileSync(path.join(dist, 'base.wxml'), 'utf8');
  for (const name of ['aria-role', 'aria-label', 'aria-checked', 'aria-hidden'])
    expect(base).toContain(`${name}=`);
});

let host: Host;
afterEach(() => host?.close());

describe.each(all)('%s', (route) => {
  test('mounts, says something, logs nothing, and its data is small', async () => {
    host = createHost(dist, { cloud: answer });
    const page = await host.open(route, QUERY);
    await host.until(
      () => host.text(page).length > 0 || host.nodes(page).length > 3,
      `${route} to say something`,
    );
    await settled(host);
    expect(host.logs).toEqual([]);
    const [first, ...later] = host.sets.map((set) => set.bytes);
    expect(first).toBeLessThanOrEqual(16 * KB);
    // a full list is 20 rows
    expect(Math.max(0, ...later)).toBeLessThanOrEqual(24 * KB);
    for (const { nn } of host.nodes(page)) if (nn) expect(templates).toContain(nn);
  });

  test('a keystroke costs at most 300 bytes, wherever one can type', async () => {
    host = createHost(dist, { cloud: answer });
    const page = await host.open(route, QUERY);
    await settled(host);
    for (const label of host.fields(page)) {
      const before = host.sets.length;
      host.input(page, label, '灯');
      await settled(host);
      const most = Math.max(0, ...host.sets.slice(before).map((set) => set.bytes));
      // a search draws what it finds
      const budget = route.endsWith('/menu/index') ? 16 * KB : 300;
      expect([label, most <= budget, most]).toEqual([label, true, most]);
    }
  });

  test('says so calmly when there is no network', async () => {
    host = createHost(dist);
    const page = await host.open(route, QUERY);
    await settled(host);
    expect(host.text(page).length).toBeGreaterThan(0);
    expect(host.logs).toEqual([]);
  });
});

/** Waits until the page has asked and drawn everything: nothing moves for a while. */
async function settled(host: Host): Promise<void> {
  let seen = -1;
  await host.until(() => {
    const now = host.sets.length + host.calls.length;
    const still = now === seen;
    seen = now;
    return still;
  });
}
