/** How time is said to people, on phones and in notices. Always Chinese wall-clock time. */
import type { Left } from './clock';
import { DAY, dayName, dayNumber, HOUR, MINUTE, timeName, weekday } from './day';
import type { Limit } from './limit';

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const UNITS = { minutes: '分钟', hours: '小时', 'working-hours': '个工作小时', 'working-days': '个工作日' };

/** A deadline: `今天 17:30前`, `明天 12:00前`, `11月25日 周三 17:30前`, `2027年1月4日 周一 17:30前`. */
export function sayDue(at: number, now: number): string {
  // Midnight ends a day: people read "24:00 of the 25th" rightly and "00:00 of the 26th" a day late.
  const midnight = timeName(at) === '00:00';
  const day = midnight ? at - MINUTE : at;
  const name = nearDay(day, now) ?? `${sayDate(day, now)} ${WEEKDAYS[weekday(day)]}`;
  return `${name} ${midnight ? '24:00' : timeName(at)}前`;
}

/** A moment: `今天 14:20`, `昨天 17:52`, `明天 08:30`, `11月3日 09:10`, `2025年11月3日 09:10`. */
export function sayWhen(at: number, now: number): string {
  return `${nearDay(at, now) ?? sayDate(at, now)} ${timeName(at)}`;
}

/** A date: `11月3日`, with its year when that is not this year's. */
export function sayDate(at: number, now: number): string {
  const [year, month, day] = dayName(at).split('-').map(Number);
  const date = `${month}月${day}日`;
  return dayName(at).slice(0, 4) === dayName(now).slice(0, 4) ? date : `${year}年${date}`;
}

/** What is left: `还剩 2 天 3 小时`, `还剩 4 个工作日`, `还剩工作时间 3 小时 20 分钟`, `超 40 分钟`, `刚刚超时`. */
export function sayLeft({ late, ms, working, workingDays }: Left): string {
  if (workingDays) return `${late ? '超' : '还剩'} ${workingDays} 个工作日`;
  if (late && ms < MINUTE) return '刚刚超时';
  const span = working ? sayParts(ms, [HOUR, MINUTE]) : saySpan(ms);
  // A working hour may be tomorrow's; on the last day itself it cannot, so the word is spared there.
  const label = `${late ? '超' : '还剩'}${working && workingDays === undefined ? '工作时间' : ''}`;
  return ms < MINUTE ? label + span : `${label} ${span}`;
}

/** A length of time in its two largest units, rounded down: `2 天 3 小时`, `1 小时 5 分钟`, `不到 1 分钟`. */
export function saySpan(ms: number): string {
  return ms < DAY ? sayParts(ms, [HOUR, MINUTE]) : sayParts(ms, [DAY, HOUR]);
}

/** A limit: `15 分钟`, `24 小时`, `4 个工作小时`, `5 个工作日`. */
export const sayLimit = ({ unit, amount }: Limit): string => `${amount} ${UNITS[unit]}`;

function nearDay(at: number, now: number): string | undefined {
  return { '-1': '昨天', 0: '今天', 1: '明天' }[dayNumber(at) - dayNumber(now)];
}

function sayParts(ms: number, units: number[]): string {
  const names = { [DAY]: '天', [HOUR]: '小时', [MINUTE]: '分钟' };
  let rest = ms;
  const parts: string[] = [];
  for (const unit of units) {
    const count = Math.floor(rest / unit);
    if (count > 0) parts.push(`${count} ${names[unit]}`);
    rest -= count * unit;
  }
  return parts.join(' ') || '不到 1 分钟';
}
