/** What nobody sees who may not, and who nobody becomes by saying so. */
import { openidOf, withYima } from '@/test/support/yima';

const yima = withYima();

test('“mine” are mine', async () => {
  const { id } = await yima.call('lin', 'ticket.file', yima.filing());
  const { id: other } = await yima.call('wang', 'ticket.file', yima.filing());
  const mine = async (name: 'lin' | 'wang' | 'zhao') =>
    (await yima.call(name, 'ticket.list', { box: 'mine' })).rows.map((row) => row.id);
  expect(await mine('lin')).toEqual([id]);
  expect(await mine('wang')).toEqual([other]);
  expect(await mine('zhao')).toEqual([]);
});

test('a code without a genuine signature opens no door', async () => {
  const forged = yima.filing().scene.replace(/\.\w{8}$/, '.00000000');
  expect(await yima.outcome('lin', 'ticket.file', yima.filing({ scene: forged }))).toBe('PLACE_UNKNOWN');
});

test('an identity that the payload claims is none', async () => {
  const { id } = await yima.call('lin', 'ticket.file', yima.filing());
  const { main } = await import('@/cloudfunctions/api');
  const { contextOf } = await import('@/test/support/yima');
  const claimed = {
    action: 'ticket.read',
    input: { id },
    userInfo: { openId: openidOf('lin') },
    openid: openidOf('lin'),
  };
  expect(await main(claimed, contextOf({}))).toMatchObject({ ok: false, code: 'WHO_ARE_YOU' });
  const wang = contextOf({ WX_OPENID: openidOf('wang'), WX_APPID: 'wx' });
  expect(await main(claimed, wang)).toMatchObject({ ok: false, code: 'NOT_FOUND' });
});
