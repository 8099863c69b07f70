/** What activities are about, and the theme of each month (志愿服务主题月), as data; an area may set its own. */

export const THEMES = [
  { id: 'environment', name: '环境整治', icon: 'tree' },
  { id: 'civil', name: '文明创建', icon: 'flag' },
  { id: 'elders', name: '孝亲敬老', icon: 'heart' },
  { id: 'health', name: '义诊健康', icon: 'medical' },
  { id: 'law', name: '普法调解', icon: 'scale' },
  { id: 'study', name: '助学育人', icon: 'book' },
  { id: 'safety', name: '平安守护', icon: 'shield' },
  { id: 'culture', name: '文化惠民', icon: 'people' },
  // learning how to help: on the record, but no service
  { id: 'training', name: '志愿者培训', icon: 'book' },
] as const;
export type ThemeId = (typeof THEMES)[number]['id'];

export const themeName = (id: ThemeId): string => THEMES.find((theme) => theme.id === id)?.name ?? '';

/** A month with a theme. `month` is `2026-11`, or `11` for that month of every year. */
export interface Campaign {
  readonly month: string;
  readonly theme: ThemeId;
  readonly title: string;
  readonly line: string;
}

/** The year as work areas in Shandong keep it: 学雷锋 in March, 重阳 in October, 志愿者日 in December. */
export const CAMPAIGNS: readonly Campaign[] = [
  { month: '01', theme: 'culture', title: '文化进万家', line: '写春联、送戏、陪老人过年' },
  { month: '02', theme: 'safety', title: '平安过节', line: '看望值守的人，查一查烟花和用电' },
  { month: '03', theme: 'civil', title: '学雷锋月', line: '从身边一件小事做起' },
  { month: '04', theme: 'environment', title: '环境整治月', line: '清沟渠、捡垃圾、种一棵树' },
  { month: '05', theme: 'health', title: '义诊月', line: '医生进村，量血压、看常见病' },
  { month: '06', theme: 'safety', title: '安全月', line: '防汛、防溺水、查燃气' },
  { month: '07', theme: 'study', title: '暑期托管', line: '陪孩子写作业，教老人用手机' },
  { month: '08', theme: 'study', title: '助学月', line: '帮孩子备开学，补一补功课' },
  { month: '09', theme: 'civil', title: '文明创建月', line: '让街巷干净、停车有序' },
  { month: '10', theme: 'elders', title: '敬老月', line: '重阳前后，去看一看独居的老人' },
  { month: '11', theme: 'environment', title: '环境整治月', line: '秋收以后，清一清房前屋后' },
  { month: '12', theme: 'law', title: '普法宣传月', line: '宪法日，律师进村' },
];

/** The theme of a month, `2026-11`: the area's own first, then the usual one. */
export function campaignOf(month: string, own: readonly Campaign[] = []): Campaign | null {
  const of = (list: readonly Campaign[], name: string) => list.find((entry) => entry.month === name);
  return (
    of(own, month) ?? of(own, month.slice(5)) ?? of(CAMPAIGNS, month) ?? of(CAMPAIGNS, month.slice(5)) ?? null
  );
}
