/** Words about what a person may do with their data. */
import type { ConsentId, ExportPart } from './holdings';

export const CONSENT_WORDS: Readonly<Record<ConsentId, { readonly title: string; readonly line: string }>> = {
  contact: { title: '留着我的名字和电话', line: '下次报事不用再填；撤回以后，心愿和活动里别人也看不到了' },
  messages: { title: '在微信里通知我', line: '' },
  volunteer: { title: '当志愿者', line: '您的特长和能帮忙的地方，队里看得到' },
};

export const SAID = {
  left: (count: number) => `您还同意过 ${count} 次`,
  leaving: '已经收到。大约三分钟以后，这里不再有您的任何资料',
} as const;

export const PART_WORDS: Readonly<Record<ExportPart, string>> = {
  profile: '名字和电话',
  tickets: '办件',
  wishes: '微心愿',
  parts: '活动和服务时长',
  points: '积分',
  notices: '通知',
};
