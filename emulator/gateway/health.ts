import type { Emulator } from '../emulator';
import { asHtml } from './page';

/** One line of health. `value` is a span in ms, or words. */
export interface Check {
  readonly what: string;
  /** For people; the emulator gives it no meaning. */
  readonly say?: string;
  readonly ok: boolean;
  readonly value: number | string;
}
export interface HealthReport {
  readonly ok: boolean;
  /** ISO, by the emulator's clock. */
  readonly at: string;
  readonly emulator: readonly Check[];
  /** What the product's own function says; empty when none was named. */
  readonly product: readonly Check[];
}

/** How the emulator is, and what the function says that was named at its start. */
export async function healthOf(emulator: Emulator): Promise<HealthReport> {
  const { clock, counters, timers, wechat } = emulator;
  const scans = counters.scanReport();
  const fired = timers.report().map(({ name, last }): Check => {
    const say = `定时器 ${name} 上一次`;
    if (!last) return { what: `timer ${name}`, say, ok: true, value: '还没有到点' };
    return { what: `timer ${name}`, say, ok: last.ok, value: last.ok ? last.at : (last.code ?? 'failed') };
  });
  const own: Check[] = [
    { what: 'up', say: '已运行', ok: true, value: process.uptime() * 1000 },
    {
      what: 'memory',
      say: '占用内存',
      ok: true,
      value: `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
    },
    { what: 'clock', say: '比真实时间快', ok: true, value: clock.offset },
    ...fired,
    {
      what: 'scans',
      say: '没有索引的查询',
      ok: scans.length === 0,
      value: scans.map(({ collection, fields }) => `${collection}: ${fields.join(', ')}`).join('; ') || '0',
    },
    { what: 'calls', say: '数据库等调用次数', ok: true, value: String(counters.report().total) },
    { what: 'wechat', say: '本应发给微信的请求', ok: true, value: String(wechat.report().total) },
  ];
  const product = await productChecks(emulator);
  const ok = [...own, ...product].every((check) => check.ok);
  return { ok, at: clock.date().toISOString(), emulator: own, product };
}

async function productChecks({ functions, health }: Emulator): Promise<readonly Check[]> {
  if (!health) return [];
  const { name, event } = health;
  const outcome = await functions.invoke(name, JSON.stringify(event), { source: 'scf' });
  if (!outcome.ok) return [{ what: name, say: `函数 ${name}`, ok: false, value: outcome.code }];
  const { checks } = (JSON.parse(outcome.result) ?? {}) as { checks?: readonly Check[] };
  return checks ?? [];
}

const span = (ms: number): string => {
  const minutes = Math.round(ms / 60_000);
  if (Math.abs(minutes) < 120) return `${minutes} 分钟`;
  return Math.abs(minutes) < 2880 ? `${Math.round(minutes / 60)} 小时` : `${Math.round(minutes / 1440)} 天`;
};

/** The same as a page. */
export function healthPage({ ok, at, emulator, product }: HealthReport): string {
  const table = (title: string, checks: readonly Check[]) =>
    checks.length === 0
      ? ''
      : `<h2>${title}</h2><table>${checks
          .map(({ what, say = what, ok: good, value }) => {
            const words = typeof value === 'number' ? span(value) : value;
            return `<tr${good ? '' : ' class="bad"'}><td>${good ? '正常' : '异常'}</td><th>${asHtml(say)}</th><td>${asHtml(words)}</td></tr>`;
          })
          .join('')}</table>`;
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="30">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${ok ? '运行正常' : '有异常'}</title>
<style>body{font:16px/1.7 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#222}
table{border-collapse:collapse;width:100%}th{text-align:left;font-weight:500}td,th{padding:.3rem .6rem;border-bottom:1px solid #ddd;vertical-align:top}
td:first-child{width:3.5em;color:#1d6b34}.bad td:first-child{color:#b3261e;font-weight:700}</style>
<h1>${ok ? '运行正常' : '有异常，请看标红的行'}</h1>
<p>${asHtml(at)}（模拟云的时钟）。每 30 秒自动刷新。每一行的含义和处理办法见 docs/operations.md。</p>
${table('业务', product)}${table('模拟云', emulator)}<p><a href="/emulator">返回</a> <a href="/emulator/health?json">JSON</a></p></html>`;
}
