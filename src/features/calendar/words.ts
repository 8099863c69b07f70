/** Words of the working calendar. */
import type { Hours } from '@/domain/time/calendar';

export const CALENDAR = {
  back: '我的',
  title: '工作日历',
  national: '全国放假和调休',
  left: (words: string, days: number) => `${words}，还有 ${days} 天。`,
  ending: (words: string) => `${words}，快到头了。新的放假通知公布后请管理员导入，之后的期限会自动重新计算。`,
  none: '公布的日子里没有还没过的假期。',
  hours: '上班时间',
  usual: '和平常一样',
  own: '本单位自定',
  closures: '临时关门',
  noClosures: '没有临时关门的日子。',
  close: '加一天关门',
  onlyLeader: '改日历由工作区领导来做。',
  saved: (count: number) =>
    count > 0 ? `已保存，${count} 件在办的期限一分钟内重新计算` : '已保存，在办的期限没有变化',
} as const;

export const CLOSE = {
  title: '临时关门',
  where: '哪里关门？',
  here: '本单位',
  all: '整个工作区',
  day: '哪天？',
  later: '再往后',
  earlier: '往前',
  part: '关多久？',
  whole: '全天',
  why: '为什么？居民会看到',
  reasons: ['大雪封路', '停电检修', '停水', '集中培训', '搬家'],
  send: '关门这一天',
  lacking: '请写明原因',
  hint: '这一天不算工作日，在办的期限会顺延',
} as const;

export const REOPEN = {
  title: '这一天照常上班',
  words: (words: string) => `取消“${words}”，在办的期限会重新计算。`,
  yes: '照常上班',
} as const;

/** Hours that a unit may choose from; null is the usual. */
export const HOURS_CHOICES: readonly { label: string; hours: readonly Hours[] | null }[] = [
  { label: '平常：08:30–12:00，13:30–17:30', hours: null },
  {
    label: '夏季：08:30–12:00，14:00–18:00',
    hours: [
      ['08:30', '12:00'],
      ['14:00', '18:00'],
    ],
  },
  { label: '中午不休：09:00–17:00', hours: [['09:00', '17:00']] },
  { label: '早晚延时：08:00–20:00', hours: [['08:00', '20:00']] },
  { label: '全天有人：00:00–24:00', hours: [['00:00', '24:00']] },
];
export const HOURS_SHEET = {
  title: '上班时间',
  hint: '换了时间，在办的期限会重新计算。',
  save: '保存',
} as const;
