/** Words of the menu's editor. */
import type { Service, TicketKind, Urgency } from '@/domain/catalogue/catalogue';

export const SHELF = {
  back: '我的',
  title: '服务菜单',
  line: '居民看到的菜单，改完马上生效',
  add: '上架一项新服务',
  who: (who: string) => (who ? `由${who}负责` : '按地点分人负责'),
  saved: '已保存，居民马上看得到',
  dropped: '已下架',
  drop: '下架这一项',
  dropAsk: '下架以后居民不能再点，已经提交的照样办。',
  yes: '下架',
  save: '保存上架',
  same: '还没有改动',
  only: '只有负责人能改菜单，您可以看看。',
} as const;

export const FIELDS = {
  id: '编号',
  idHint: '小写字母开头，只用字母、数字和短横',
  name: '名称',
  hint: '一句话说明',
  keywords: '关键词',
  keywordsHint: '居民可能说的话，用空格隔开',
  kind: '属于哪一类？',
  office: '摆在哪个办公室？',
  urgency: '有多急？',
  evidence: '办结要照片吗？',
  phone: '要留电话吗？',
  icon: '图标',
  questions: '提交前问什么？',
  noQuestions: '不问，直接写',
  ask: '问什么',
  options: '可以选的答案',
  optionsHint: '一行一个；空着就让居民自己写',
  required: '一定要答',
  addQuestion: '再问一个',
  dropQuestion: '不问这个',
} as const;

export const KINDS: readonly { value: TicketKind; label: string }[] = [
  { value: 'order', label: '点单' },
  { value: 'report', label: '报问题' },
  { value: 'advice', label: '咨询建议' },
];
export const URGENCIES: readonly { value: Urgency; label: string }[] = [
  { value: 'L1', label: '危急 · 2 小时' },
  { value: 'L2', label: '紧急 · 24 小时' },
  { value: 'L3', label: '一般 · 5 个工作日' },
  { value: 'L4', label: '需协调 · 15 个工作日' },
  { value: 'Q', label: '咨询 · 1 个工作日' },
];
export const EVIDENCE: readonly { value: Service['evidence']; label: string }[] = [
  { value: 'off', label: '不要' },
  { value: 'optional', label: '随意' },
  { value: 'required', label: '一定要' },
];
export const PHONES: readonly { value: Service['phone']; label: string }[] = [
  { value: 'optional', label: '不一定' },
  { value: 'required', label: '一定要' },
];

/** What is still lacking in a draft. */
export const LACKS = {
  id: '请写编号，用小写字母和数字',
  taken: '这个编号已经有了',
  name: '请写名称',
  hint: '请写一句话说明',
  ask: '请写问什么',
  options: '选项要两个以上，每个不超过 20 个字',
} as const;
