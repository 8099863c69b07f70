/** Every word about duty and leave. */
import { DAY, dayNumber, dayStart, parseDay, weekday } from '../time/day';
import { sayDate } from '../time/words';
import type { Area } from './org';
import type { Leave, Uncovered } from './roster';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** Weekdays (1 Monday … 7 Sunday): 每天, 周一至周五, 周二、周四. Empty for none. */
export function sayWeekdays(days: readonly number[] | undefined): string {
  if (days === undefined || days.length === 7) return '每天';
  return runsOf(days)
    .flatMap(([first, last]) => {
      const name = (day: number) => `周${WEEKDAYS[day - 1]}`;
      if (last - first < 2) return first === last ? [name(first)] : [name(first), name(last)];
      return [`${name(first)}至${name(last)}`];
    })
    .join('、');
}

/** A leave: 今天, 11月26日 周四 一天, 11月24日 周二起，到11月26日 周四止; when it has begun 到11月26日 周四止, or 长期不在岗. */
export function sayLeave({ from, until }: Leave, now: number): string {
  const [first, last] = [dayNumber(from), dayNumber(until - 1)];
  if (first === last) return first === dayNumber(now) ? '今天' : `${sayDay(from, now)} 一天`;
  const end = until - now > LONG ? '很久以后' : `${sayDay(dayStart(last), now)}止`;
  if (from <= now) return until - now > LONG ? '长期不在岗' : `到${end}`;
  return `${sayDay(from, now)}起，到${end}`;
}

/** 11月24日 周二 */
export function sayDay(at: number, now: number): string {
  return `${sayDate(at, now)} 周${WEEKDAYS[(weekday(at) || 7) - 1]}`;
}

/** Days as few words: 11月24日至11月26日、11月30日. */
export function sayDays(days: readonly string[], now: number): string {
  const runs = runsOf(days.map(parseDay));
  const shown = runs.slice(0, RUNS_SHOWN).map(([first, last]) => {
    const [from, to] = [sayDate(dayStart(first), now), sayDate(dayStart(last), now)];
    return first === last ? from : `${from}至${to}`;
  });
  return `${shown.join('、')}${runs.length > RUNS_SHOWN ? ` 等 ${days.length} 天` : ''}`;
}

/** What stands open: 第12微网格网格员：11月24日至11月26日没人值班，事情由闫满村网格员接. */
export function sayUncovered(
  { post, days, standIns, lost }: Uncovered,
  now: number,
  menu: readonly { readonly id: string; readonly name: string }[],
): { title: string; line: string } {
  const names = lost.map((id) => menu.find((service) => service.id === id)?.name ?? id);
  const shown = `${names.slice(0, NAMES_SHOWN).join('、')}${names.length > NAMES_SHOWN ? ` 等 ${names.length} 项` : ''}`;
  const some = standIns.length > 0;
  const taken = some ? `事情由${standIns.slice(0, NAMES_SHOWN).join('、')}接` : '';
  const left = names.length === 0 ? '' : `${some ? `${shown}没人接` : '没人接'}，会先进工单池`;
  const rest = [taken, left].filter(Boolean).join('；') || '没有别人顶上';
  return { title: `${post.name}：${sayDays(days, now)}没人值班`, line: rest };
}

/** The name of a person of the area, or a word for one who is gone. */
export function personName({ persons }: Pick<Area, 'persons'>, id: string): string {
  return persons.find((person) => person.id === id)?.name ?? '已离岗的人';
}

/** Nobody says the day on which such an absence ends (ms). */
const LONG = 3 * 366 * DAY;
const NAMES_SHOWN = 3;
const RUNS_SHOWN = 3;

/** Numbers in a row, as first and last: 1 2 3 5 → [1, 3], [5, 5]. */
function runsOf(numbers: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const one of numbers) {
    const last = runs.at(-1);
    if (last && one === last[1] + 1) last[1] = one;
    else runs.push([one, one]);
  }
  return runs;
}
