/** Who and what caused an event. */
export interface Identity {
  /** wx_client: the mini-program; http: HTTP access; wx_trigger: a timer; scf: another function. */
  readonly source: 'wx_client' | 'http' | 'wx_trigger' | 'scf';
  /** WeChat's id of the person; only ever present with wx_client. */
  readonly openId?: string;
  readonly clientIp?: string;
}

/** The mini-program everybody uses locally. */
export const APP_ID = 'wxlocal0000000000';

/**
 * The variables the platform sets per event, in `process.env` and in `context.environment`.
 * Timers, HTTP access and functions calling functions carry no person.
 */
export function identityVariables(identity: Identity, envId: string): Record<string, string> {
  const { source, openId, clientIp } = identity;
  const wx: Record<string, string> = {
    ...(source === 'wx_client' && { WX_APPID: APP_ID }),
    ...(source === 'wx_client' && openId && { WX_OPENID: openId, WX_UNIONID: `union-${openId}` }),
    ...(clientIp && { WX_CLIENTIP: clientIp }),
  };
  const tcb: Record<string, string> = { TCB_ENV: envId, TCB_SOURCE: source };
  return {
    ...wx,
    ...tcb,
    WX_CONTEXT_KEYS: Object.keys(wx).join(','),
    TCB_CONTEXT_KEYS: Object.keys(tcb).join(','),
    TRIGGER_SRC: source === 'wx_trigger' ? 'timer' : '',
  };
}

/**
 * The event of a mini-program call carries the caller beside the data, as WeChat adds it. It is put into the text, which
 * was parsed as `event`, and nothing is written anew: an event may be nested deeper than a stack.
 */
export function withUserInfo(text: string, event: unknown, identity: Identity): string {
  if (identity.source !== 'wx_client' || !identity.openId) return text;
  if (typeof event !== 'object' || event === null || Array.isArray(event)) return text;
  const userInfo = JSON.stringify({ appId: APP_ID, openId: identity.openId });
  const open = text.trimEnd().slice(0, -1);
  return `${open}${Object.keys(event).length > 0 ? ',' : ''}"userInfo":${userInfo}}`;
}
