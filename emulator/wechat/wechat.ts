import type { Clock } from '../clock';
import type { Action } from '../protocol/database';
import { CloudError, invalidParam } from '../protocol/errors';
import { qrPng } from './png';
import { readOpenApiRequest, writeOpenApiResponse } from './protobuf';

/** One call of a WeChat open API, as it would have been sent. */
export interface Sent {
  readonly at: string;
  readonly api: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** WeChat's answer code: 0 when accepted. */
  readonly errcode: number;
}

/** A prepared answer: calls of `api` whose data contains `match` get `errcode`. */
interface Prepared {
  readonly api: string;
  readonly match?: Readonly<Record<string, unknown>>;
  readonly errcode: number;
  readonly errmsg?: string;
}

const KEPT = 10_000;
/** WeChat's code for risky content (msgSecCheck, first version). */
const RISKY = 87014;

/** Any code that holds a number, `phone-17000000001`, is good for it; WeChat's own are good once, for five minutes. */
function phoneOf(code: string): Record<string, unknown> {
  const [purePhoneNumber] = /(?<=^phone-)1\d{10}$/.exec(code) ?? [];
  if (!purePhoneNumber) return { errcode: 40029, errmsg: 'invalid code' };
  return { errcode: 0, errmsg: 'ok', phoneInfo: { purePhoneNumber, countryCode: '86' } };
}

/** Stands in for WeChat: records what was sent, judges texts by a word list, draws codes. */
export class WeChat {
  private sent: Sent[] = [];
  private total = 0;
  private words: readonly string[] = [];
  private answers: readonly Prepared[] = [];

  constructor(private readonly clock: Clock) {}

  /** The `wx.*` actions whose parameters are JSON. */
  actions(): Readonly<Record<string, Action>> {
    return {
      'wx.api': (params) => {
        const { requestData } = params;
        const data =
          typeof requestData === 'string' && requestData !== '' ? JSON.parse(requestData) : requestData;
        const reply = this.call(String(params.apiName), data ?? {});
        const responseData = Buffer.isBuffer(reply)
          ? { errcode: 0, errmsg: 'ok', contentType: 'image/png', buffer: reply.toString('base64') }
          : reply;
        return { data: { responseData: JSON.stringify(responseData) } };
      },
    };
  }

  /** `wx.openApi`: a form with protobuf in, protobuf out. */
  openApi(apiName: string, requestData: Buffer): Buffer {
    const reply = this.call(apiName, readOpenApiRequest(requestData));
    return Buffer.isBuffer(reply)
      ? writeOpenApiResponse(reply, 'image/png')
      : writeOpenApiResponse(Buffer.from(JSON.stringify(reply)), 'application/json');
  }

  report() {
    return { total: this.total, sent: this.sent, words: this.words, answers: this.answers };
  }

  /** Sets `words` (for msgSecCheck) and `answers`; `clear: true` forgets what was sent. */
  configure(raw: unknown): void {
    const { words, answers, clear } = (raw ?? {}) as { words?: unknown; answers?: unknown; clear?: boolean };
    if (words !== undefined) {
      if (!Array.isArray(words) || words.some((word) => typeof word !== 'string' || word === ''))
        throw new Error('words must be a list of texts');
      this.words = words as string[];
    }
    if (answers !== undefined) {
      if (!Array.isArray(answers) || (answers as Prepared[]).some((a) => typeof a?.errcode !== 'number'))
        throw new Error('answers must be a list of {api, match?, errcode, errmsg?}');
      this.answers = answers as Prepared[];
    }
    if (clear) this.clear();
  }

  clear(): void {
    this.sent = [];
    this.total = 0;
  }

  private call(apiName: string, data: unknown): Record<string, unknown> | Buffer {
    if (typeof data !== 'object' || data === null) throw invalidParam('requestData must be an object');
    const fields = data as Record<string, unknown>;
    const api = shortName(apiName);
    const prepared = this.answers.find(
      (each) =>
        each.api === api && Object.entries(each.match ?? {}).every(([key, value]) => fields[key] === value),
    );
    const reply = prepared
      ? { errcode: prepared.errcode, errmsg: prepared.errmsg ?? 'refused' }
      : this.answer(api, fields);
    const errcode = Buffer.isBuffer(reply) ? 0 : Number(reply.errcode);
    this.total++;
    this.sent.push({ at: this.clock.date().toISOString(), api, data: fields, errcode });
    if (this.sent.length > KEPT) this.sent.splice(0, KEPT / 10);
    return Buffer.isBuffer(reply)
      ? reply
      : { ...reply, errCode: errcode, errMsg: `openapi.${api}:${reply.errmsg}` };
  }

  private answer(api: string, data: Record<string, unknown>): Record<string, unknown> | Buffer {
    switch (api) {
      case 'subscribeMessage.send':
      case 'customerServiceMessage.send':
        return { errcode: 0, errmsg: 'ok', msgid: this.total + 1 };
      case 'phonenumber.getPhoneNumber':
        return phoneOf(String(data.code ?? ''));
      case 'security.msgSecCheck':
        return this.checkText(data);
      case 'wxacode.getUnlimited':
      case 'wxacode.get':
        return qrPng(String(data.scene ?? data.path ?? ''));
      default:
        throw new CloudError('INVALID_PARAM', `the open API '${api}' is not supported by the emulator`);
    }
  }

  private checkText(data: Record<string, unknown>): Record<string, unknown> {
    const content = String(data.content ?? '');
    const found = this.words.filter((word) => content.includes(word));
    if (Number(data.version) !== 2)
      return found.length > 0 ? { errcode: RISKY, errmsg: 'risky content' } : { errcode: 0, errmsg: 'ok' };
    const suggest = found.length > 0 ? 'risky' : 'pass';
    const label = found.length > 0 ? 20001 : 100;
    return {
      errcode: 0,
      errmsg: 'ok',
      result: { suggest, label },
      detail: found.map((keyword) => ({ strategy: 'keyword', errcode: 0, suggest, label, keyword })),
      trace_id: 'local',
    };
  }
}

const PATHS: Readonly<Record<string, string>> = {
  '/cgi-bin/message/subscribe/send': 'subscribeMessage.send',
  '/cgi-bin/message/custom/send': 'customerServiceMessage.send',
  '/wxa/msg_sec_check': 'security.msgSecCheck',
  '/wxa/getwxacodeunlimit': 'wxacode.getUnlimited',
  '/wxa/getwxacode': 'wxacode.get',
};

/** `openapi.subscribeMessage.send`, `subscribeMessage.send` and the URL path name the same API. */
function shortName(apiName: string): string {
  return PATHS[apiName] ?? apiName.replace(/^openapi\./, '');
}
