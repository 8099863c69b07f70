/**
 * The number behind WeChat's button: kept as the person's own, which it is proven to be, and given back for the form. They
 * may write another over it, which then is proven no more.
 */
import { personOf, provePhone } from '../../runtime/people';
import { phoneOf } from '../../runtime/phone';
import { signed } from '../../runtime/serve';

export const readPhone = signed<'profile.phone'>(async ({ code }, { openid, now }) => {
  const phone = await phoneOf(code);
  await provePhone(await personOf(openid), { phone, by: 'wechat', at: now });
  return { phone };
});
