import type { Emulator } from '../emulator';

export const asHtml = (text: string) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

/** The page a person sees at `/emulator`: what this is, that it is open to anybody, and where the doors are. */
export function homePage(emulator: Emulator): string {
  const rows = [
    ['函数', emulator.functions.names().join('、') || '（没有）'],
    ['集合', emulator.store.collectionNames().join('、') || '（没有）'],
    [
      '定时器',
      emulator.timers
        .report()
        .map(({ name, config }) => `${name}（${config}）`)
        .join('、') || '（没有）',
    ],
    ['时钟', `${emulator.clock.date().toISOString()}，比真实时间快 ${emulator.clock.offset} 毫秒`],
  ].map(([name, value]) => `<tr><th>${name}</th><td>${asHtml(value!)}</td></tr>`);
  const doors = ['health', 'clock', 'users', 'calls', 'scans', 'faults', 'timers', 'wechat', 'integrity'].map(
    (door) => `<a href="/emulator/${door}">/emulator/${door}</a>`,
  );
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>本机云环境</title>
<style>body{font:16px/1.7 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
strong{color:#b3261e}th{text-align:left;vertical-align:top;padding-right:1rem;white-space:nowrap}a{margin-right:1rem}</style>
<h1>本机云环境</h1>
<p>这是在这台电脑上运行的 CloudBase 模拟环境，只供开发、测试和演示。</p>
<p><strong>它没有任何真正的身份验证：</strong>能访问这个地址的程序可以冒充任何人、读写全部数据。
因此它只在 127.0.0.1 上开放，也拒绝以 production 方式运行。</p>
<table>${rows.join('')}</table><p>${doors.join('')}</p><p>说明见 docs/emulator.md。</p></html>`;
}
