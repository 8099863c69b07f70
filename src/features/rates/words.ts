/** Words of the rates. */
import type { PeriodName } from './periods';

export const RATES_WORDS = {
  back: '督办',
  title: '各项比率',
  only: (names: readonly string[]) => `只看${names.join('、')}`,
  showAll: '看全部',
  services: '按服务看',
  servicesLine: '选一项服务，只看它的比率',
  units: '分单位看',
  unitsNote: '按组织顺序排列，不排名',
  moreUnits: (count: number) => `还有 ${count} 个单位`,
  lower: '越低越好',
  how: '这些比率怎么算',
  howLine: '每件事只算一次，算在它有结果的那一天',
  emptyTitle: '这段时间还没有统计',
  emptyLine: '每小时统计一次。有事办结、签收或评价以后，这里就有数。',
  foot: (period: string, when: string) => `${period}，统计到${when}。还没到时限、也没办的，还不算。`,
} as const;

export const PERIOD_WORDS: Readonly<Record<PeriodName, string>> = {
  week: '本周',
  lastWeek: '上周',
  month: '本月',
};
