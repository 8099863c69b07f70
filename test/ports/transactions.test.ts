import { emulatorTest, isDuplicate, refusal, withCloud } from './cloud';

/** Transactions: snapshot isolation, conflict at the operation, what runs outside although written inside. */
const cloud = withCloud({ collections: ['t', 'keys'], unique: { keys: 'no' } });
/** Transactions of this one live half a second, so that expiry need not be waited for. */
const hurried = withCloud({ collections: ['t'], emulator: { transactionMs: 500 } });

const command = () => cloud.db.command;
const t = () => cloud.collection('t');
const begin = () => cloud.db.startTransaction();
type Transaction = Awaited<ReturnType<typeof begin>>;
const inside = (transaction: Transaction, short = 't') => transaction.collection(cloud.name(short));

const CONFLICT = { code: 'DATABASE_TRANSACTION_CONFLICT' };
const GONE = { code: 'DATABASE_TRANSACTION_FAIL' };

beforeEach(async () => {
  await cloud.empty('t');
  await t().add([
    { _id: 'a', n: 1, k: 'x' },
    { _id: 'b', n: 2, k: 'x' },
  ]);
});

async function n(id: string): Promise<unknown> {
  return (await t().doc(id).get()).data[0]?.n;
}

describe('isolation', () => {
  test('its own writes are seen inside, and by others only after commit', async () => {
    const tx = await begin();
    expect(await inside(tx).doc('a').update({ n: 10 })).toMatchObject({ updated: 1 });
    expect((await inside(tx).doc('a').get()).data.n).toBe(10);
    expect(await n('a')).toBe(1);
    await tx.commit();
    expect(await n('a')).toBe(10);
  });

  test('rollback leaves nothing', async () => {
    const tx = await begin();
    await inside(tx).doc('a').update({ n: 10 });
    await inside(tx).add({ _id: 'new' });
    await inside(tx).doc('b').remove();
    await tx.rollback();
    expect(await n('a')).toBe(1);
    expect(await n('b')).toBe(2);
    expect((await t().doc('new').get()).data).toEqual([]);
  });

  test('reads see the moment of the first read', async () => {
    const tx = await begin();
    expect((await inside(tx).doc('a').get()).data.n).toBe(1);
    await t().doc('b').update({ n: 20 });
    expect((await inside(tx).doc('b').get()).data.n).toBe(2);
    await tx.commit();
  });

  test('a query inside sees own inserts, changes and removals, in order', async () => {
    const tx = await begin();
    await inside(tx).add({ _id: 'c', n: 0, k: 'x' });
    await inside(tx).doc('a').update({ n: 9 });
    await inside(tx).doc('b').remove();
    const { data } = await inside(tx).where({ k: 'x' }).orderBy('n', 'desc').get();
    expect(data.map((each: { _id: string }) => each._id)).toEqual(['a', 'c']);
    await tx.commit();
    expect(await t().where({ k: 'x' }).count()).toMatchObject({ total: 2 });
  });

  test('a document is an object inside, and null when missing', async () => {
    const tx = await begin();
    expect((await inside(tx).doc('a').get()).data).toEqual({ _id: 'a', n: 1, k: 'x' });
    expect((await inside(tx).doc('nobody').get()).data).toBeNull();
    await tx.commit();
  });

  test('shapes of answers inside', async () => {
    const tx = await begin();
    expect(await inside(tx).add({ _id: 'c' })).toMatchObject({ id: 'c', inserted: 1, ok: 1 });
    expect(await inside(tx).doc('s').set({ n: 1 })).toMatchObject({ updated: 0, upserted: [{ _id: 's' }] });
    expect(await inside(tx).doc('s').remove()).toMatchObject({ deleted: 1 });
    const { updated, doc } = await inside(tx)
      .where({ _id: 'a' })
      .updateAndReturn({ n: command().inc(1) });
    expect({ updated, doc }).toEqual({ updated: 1, doc: { _id: 'a', n: 2, k: 'x' } });
    await tx.commit();
  });

  test('remove and add again within one transaction', async () => {
    const tx = await begin();
    await inside(tx).doc('a').remove();
    await inside(tx).add({ _id: 'a', n: 'fresh' });
    await tx.commit();
    expect(await n('a')).toBe('fresh');
  });

  test('write skew is possible: two may each change what the other read', async () => {
    const one = await begin();
    const two = await begin();
    await inside(one).where({ k: 'x' }).get();
    await inside(two).where({ k: 'x' }).get();
    await inside(one).doc('a').update({ n: -1 });
    await inside(two).doc('b').update({ n: -1 });
    await one.commit();
    await two.commit();
    expect([await n('a'), await n('b')]).toEqual([-1, -1]);
  });
});

describe('conflict', () => {
  test('the second writer of a document meets it at the operation', async () => {
    const one = await begin();
    const two = await begin();
    await inside(one).doc('a').update({ n: 10 });
    expect(await refusal(inside(two).doc('a').update({ n: 20 }))).toMatchObject(CONFLICT);
    await one.commit();
    expect(await n('a')).toBe(10);
  });

  test('and its transaction has been aborted by the service', async () => {
    const one = await begin();
    const two = await begin();
    await inside(two).doc('b').update({ n: 20 });
    await inside(one).doc('a').update({ n: 10 });
    await refusal(inside(two).doc('a').update({ n: 20 }));
    expect(await refusal(inside(two).doc('b').get())).toMatchObject(GONE);
    expect(await refusal(two.commit())).toMatchObject(GONE);
    await one.commit();
    expect(await n('b')).toBe(2);
  });

  test('a document changed since the snapshot', async () => {
    const tx = await begin();
    await inside(tx).doc('b').get();
    await t().doc('a').update({ n: 10 });
    expect(await refusal(inside(tx).doc('a').update({ n: 20 }))).toMatchObject(CONFLICT);
  });

  test('a document removed since the snapshot', async () => {
    const tx = await begin();
    await inside(tx).doc('a').get();
    await t().doc('a').remove();
    expect(await refusal(inside(tx).doc('a').update({ n: 20 }))).toMatchObject(CONFLICT);
  });

  test('two inserts of one id', async () => {
    const one = await begin();
    const two = await begin();
    await inside(one).add({ _id: 'same' });
    expect(await refusal(inside(two).add({ _id: 'same' }))).toMatchObject(CONFLICT);
    await one.commit();
  });

  test('an aborted transaction frees what it held', async () => {
    const one = await begin();
    await inside(one).doc('a').update({ n: 10 });
    await one.rollback();
    const two = await begin();
    await inside(two).doc('a').update({ n: 20 });
    await two.commit();
    expect(await n('a')).toBe(20);
  });

  test('a writer outside waits behind an uncommitted write', async () => {
    const tx = await begin();
    await inside(tx).doc('a').update({ n: 10 });
    let done = false;
    const outside = t()
      .doc('a')
      .update({ n: command().inc(1) })
      .then(() => {
        done = true;
      });
    await t().doc('b').update({ n: 3 });
    expect(done).toBe(false);
    await tx.commit();
    await outside;
    expect(await n('a')).toBe(11);
  });

  test('a duplicate id inside ends the transaction', async () => {
    const tx = await begin();
    await inside(tx).doc('b').update({ n: 20 });
    expect(isDuplicate(await refusal(inside(tx).add({ _id: 'a' })))).toBe(true);
    expect(await refusal(tx.commit())).toMatchObject(GONE);
    expect(await n('b')).toBe(2);
  });

  emulatorTest('a duplicate unique value inside ends the transaction', async () => {
    await cloud.collection('keys').add({ _id: 'k1', no: 7 });
    const tx = await begin();
    expect(isDuplicate(await refusal(inside(tx, 'keys').add({ no: 7 })))).toBe(true);
    expect(await refusal(tx.commit())).toMatchObject(GONE);
  });

  emulatorTest('two transactions that take one unique value', async () => {
    const one = await begin();
    const two = await begin();
    await inside(one, 'keys').add({ no: 'v' });
    expect(await refusal(inside(two, 'keys').add({ no: 'v' }))).toMatchObject(CONFLICT);
    await one.commit();
  });

  emulatorTest('two documents exchange a unique value', async () => {
    await cloud.collection('keys').add([
      { _id: 'e1', no: 'e1' },
      { _id: 'e2', no: 'e2' },
    ]);
    const tx = await begin();
    await inside(tx, 'keys').doc('e1').update({ no: 'free' });
    await inside(tx, 'keys').doc('e2').update({ no: 'e1' });
    await inside(tx, 'keys').doc('e1').update({ no: 'e2' });
    await tx.commit();
    expect((await cloud.collection('keys').doc('e1').get()).data[0].no).toBe('e2');
    expect((await cloud.collection('keys').doc('e2').get()).data[0].no).toBe('e1');
  });
});

describe('what carries no transaction', () => {
  test('where().update runs outside and survives the rollback', async () => {
    const tx = await begin();
    await inside(tx).doc('b').get();
    await inside(tx).where({ _id: 'a' }).update({ n: 99 });
    expect(await n('a')).toBe(99);
    await tx.rollback();
    expect(await n('a')).toBe(99);
  });

  test('where().remove too', async () => {
    const tx = await begin();
    await inside(tx).where({ _id: 'a' }).remove();
    await tx.rollback();
    expect(await n('a')).toBeUndefined();
  });

  test('count does not see what the transaction wrote', async () => {
    const tx = await begin();
    await inside(tx).add({ _id: 'c', k: 'x' });
    expect(await inside(tx).where({ k: 'x' }).count()).toMatchObject({ total: 2 });
    await tx.commit();
  });
});

describe('the end', () => {
  test('nothing goes on after commit', async () => {
    const tx = await begin();
    await inside(tx).doc('a').update({ n: 10 });
    await tx.commit();
    expect(await refusal(inside(tx).doc('a').get())).toMatchObject(GONE);
    expect(await refusal(tx.commit())).toMatchObject(GONE);
  });

  test('nothing goes on after rollback', async () => {
    const tx = await begin();
    await tx.rollback();
    expect(await refusal(inside(tx).doc('a').update({ n: 1 }))).toMatchObject(GONE);
  });

  emulatorTest('a transaction that is too old is gone, and what it held is free', async () => {
    await hurried.collection('t').add({ _id: 'a', n: 1 });
    const tx = await hurried.db.startTransaction();
    await tx.collection('t').doc('a').update({ n: 10 });
    // Waits behind the transaction, so it answers only after that has expired.
    await hurried.collection('t').doc('a').update({ n: 5 });
    expect(await refusal(tx.commit())).toMatchObject(GONE);
    expect((await hurried.collection('t').doc('a').get()).data[0].n).toBe(5);
  });

  test('serverDate is refused inside', async () => {
    const tx = await begin();
    expect(await refusal(inside(tx).doc('a').update({ at: cloud.db.serverDate() }))).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    });
    await tx.rollback();
  });
});

describe('runTransaction', () => {
  test('gives what its body gives', async () => {
    const result = await cloud.db.runTransaction(async (tx: Transaction) => {
      await inside(tx).doc('a').update({ n: 10 });
      return 'done';
    });
    expect(result).toBe('done');
    expect(await n('a')).toBe(10);
  });

  test('rolls back and rethrows what its body throws', async () => {
    const work = cloud.db.runTransaction(async (tx: Transaction) => {
      await inside(tx).doc('a').update({ n: 10 });
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await n('a')).toBe(1);
  });

  test('runs its body again after a conflict', async () => {
    const rival = await begin();
    await inside(rival).doc('a').update({ n: 100 });
    let runs = 0;
    await cloud.db.runTransaction(async (tx: Transaction) => {
      runs++;
      if (runs === 2) await rival.commit();
      await inside(tx)
        .doc('a')
        .update({ n: command().inc(1) });
    });
    expect(runs).toBe(2);
    expect(await n('a')).toBe(101);
  });

  test('of twenty rivals none loses an update', async () => {
    const rivals = Array.from({ length: 20 }, () =>
      cloud.db.runTransaction(async (tx: Transaction) => {
        const { data } = await inside(tx).doc('a').get();
        await inside(tx)
          .doc('a')
          .update({ n: data.n + 1 });
      }, 40),
    );
    await Promise.all(rivals);
    expect(await n('a')).toBe(21);
  });
});
