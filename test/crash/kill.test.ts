import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tcb from '@cloudbase/node-sdk';
import { type EmulatorProcess, startProcess } from '../support/emulator-process';

/**
 * The emulator is killed without warning while eight writers are busy, started again on the same data, and
 * asked for everything it had acknowledged. The ledger of acknowledgements is a file of this process.
 */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 50);
const WRITERS = 8;

const folder = mkdtempSync(path.join(tmpdir(), 'crash-'));
const ledger = path.join(folder, 'ledger.txt');
const dataDir = path.join(folder, 'data');
const schema = {
  collections: {
    notes: { indexes: [{ name: 'by_round', fields: [['round', 1]] }] },
    pairs: { indexes: [{ name: 'by_pair', fields: [['pair', 1]] }] },
    sums: {},
  },
};

let cloud: EmulatorProcess;
afterAll(async () => {
  await cloud?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<EmulatorProcess> {
  const started = await startProcess({ schema, dataDir, sync: 'FULL' });
  // SILENCE: the SDK warns about every call that was cut off, three seconds later.
  Object.assign(process.env, started.env, { SILENCE: 'true' });
  return started;
}

const connect = () => tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, timeout: 5000 }).database();

/** Writes until the emulator is gone; each acknowledged write is one line in the ledger. */
async function write(round: number, writer: number): Promise<void> {
  const db = connect();
  const _ = db.command;
  const acknowledged = (line: string) => appendFileSync(ledger, `${line}\n`);
  for (let i = 0; ; i++) {
    const id = `${round}-${writer}-${i}`;
    await db.collection('notes').add({ _id: id, round, text: '已登记'.repeat(20) });
    acknowledged(`note ${id}`);
    await db
      .collection('sums')
      .doc(`w${writer}`)
      .update({ n: _.inc(1) });
    acknowledged(`inc w${writer}`);
    const tx = await db.startTransaction();
    await tx.collection('pairs').add({ _id: `${id}-left`, pair: id });
    await tx.collection('pairs').add({ _id: `${id}-right`, pair: id });
    await tx.commit();
    acknowledged(`pair ${id}`);
  }
}

async function all(name: string, where: object): Promise<Record<string, unknown>[]> {
  const collection = connect().collection(name);
  const out: Record<string, unknown>[] = [];
  for (;;) {
    const { data } = await collection.where(where).orderBy('_id', 'asc').skip(out.length).limit(1000).get();
    out.push(...data);
    if (data.length < 1000) return out;
  }
}

/** What is acknowledged and not there, for the lines of the ledger that pass. */
async function lost(mine: (id: string) => boolean, where: object, pairs: object): Promise<string[]> {
  const notes = new Set((await all('notes', where)).map(({ _id }) => _id));
  const halves = new Map<unknown, number>();
  for (const { pair } of await all('pairs', pairs)) halves.set(pair, (halves.get(pair) ?? 0) + 1);
  const torn = [...halves].filter(([, count]) => count !== 2).map(([pair]) => `torn ${pair}`);
  const missing = readFileSync(ledger, 'utf8')
    .split('\n')
    .filter((line) => {
      const [kind, id] = line.split(' ') as [string, string];
      if (!id || !mine(id)) return false;
      return kind === 'note' ? !notes.has(id) : kind === 'pair' && halves.get(id) !== 2;
    });
  return [...torn, ...missing];
}

test(
  `${ROUNDS} kills lose nothing that was acknowledged`,
  async () => {
    cloud = await start();
    for (let writer = 0; writer < WRITERS; writer++)
      await connect().collection('sums').doc(`w${writer}`).set({ n: 0 });

    for (let round = 0; round < ROUNDS; round++) {
      const work = Array.from({ length: WRITERS }, (_each, writer) => write(round, writer).catch(() => {}));
      await new Promise((resolve) => setTimeout(resolve, 80 + Math.random() * 320));
      await cloud.stop('SIGKILL');
      await Promise.all(work);
      cloud = await start();
      const integrity = await (await fetch(`${cloud.url}/emulator/integrity`)).json();
      expect(integrity).toEqual({ result: 'ok' });
      const mine = (id: string) => id.startsWith(`${round}-`);
      expect(await lost(mine, { round }, { pair: new RegExp(`^${round}-`) })).toEqual([]);
    }

    expect(await lost(() => true, {}, {})).toEqual([]);
    const lines = readFileSync(ledger, 'utf8').split('\n');
    for (let writer = 0; writer < WRITERS; writer++) {
      const acknowledged = lines.filter((line) => line === `inc w${writer}`).length;
      const [sum] = (await connect().collection('sums').doc(`w${writer}`).get()).data;
      // Each kill may have kept one increment whose answer was lost.
      expect(sum.n).toBeGreaterThanOrEqual(acknowledged);
      expect(sum.n).toBeLessThanOrEqual(acknowledged + ROUNDS);
    }
    expect(lines.length).toBeGreaterThan(ROUNDS * WRITERS);
  },
  60_000 + ROUNDS * 12_000,
);
