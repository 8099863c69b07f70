/** The number behind WeChat's button, for the person to send or to change. It is stored nowhere by this. */
import { phoneOf } from '../../runtime/phone';
import { signed } from '../../runtime/serve';

export const readPhone = signed<'profile.phone'>(async ({ code }) => ({ phone: await phoneOf(code) }));
