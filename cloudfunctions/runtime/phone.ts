/** WeChat's own knowledge of a person's number. */
import { Refusal } from '@/domain/flow/refusal';
import { app } from './cloud';

/** What WeChat answers, in its own writing or as CloudBase hands it on. */
interface Answer {
  readonly errcode?: number;
  readonly phoneInfo?: { readonly purePhoneNumber?: string };
  readonly phone_info?: { readonly purePhoneNumber?: string };
}

/**
 * The mobile number behind a code of WeChat's button, which is good once and for five minutes. Refuses PHONE_BY_HAND for
 * a code that is used up or old, for a number that is not Chinese, and while WeChat does not answer: it can be typed.
 */
export async function phoneOf(code: string): Promise<string> {
  let answer: Answer;
  try {
    const call = { apiName: 'phonenumber.getPhoneNumber', cgiName: 'commrpcv2', requestData: { code } };
    answer = ((await app.callWxOpenApi(call)) as { result?: Answer }).result ?? {};
  } catch {
    throw new Refusal('PHONE_BY_HAND');
  }
  const phone = (answer.phoneInfo ?? answer.phone_info)?.purePhoneNumber ?? '';
  if (!/^1\d{10}$/.test(phone)) throw new Refusal('PHONE_BY_HAND', { why: answer.errcode ?? 0 });
  return phone;
}
