/** Full answers about points, returns, records and honours, to weigh what crosses the bridge. */
import type { Actions } from '@/contract';
import { DEFAULT_RULES } from '@/domain/points/rules';

const account: Actions['points.mine']['out']['accounts'][number] = {
  area: '370114/guanzhuang/yanman/',
  areaName: '闫满工作区',
  balance: 38,
  soon: '其中 6 分 12月31日后到期',
};

const rules: Actions['points.rules']['out'] = {
  rev: 3,
  mayChange: true,
  ...DEFAULT_RULES,
  rules: Array.from({ length: 20 }, (_, i) => ({
    id: `r${i}`,
    kind: 'activity',
    words: '参加志愿活动',
    points: 2,
    per: 'hour',
    days: 730,
    most: 40,
    from: '2026-12-01',
    until: '2026-12-31',
  })),
  changed: '舒记 3月11日 09:10改过',
};

const entries: Actions['points.mine']['out']['rows'] = Array.from({ length: 20 }, (_, i) => ({
  id: `earn:wish:wish:w${i.toString(16).padStart(24, '0')}`,
  area: account.area,
  areaName: '',
  kind: 'earn',
  points: '+5',
  why: '完成一个微心愿：换灯泡',
  from: '得分 · 微心愿',
  when: '11月3日 09:10',
  good: '2028年11月3日前有效',
  appealable: false,
  conduct: null,
}));

const shelf: Actions['points.shelf']['out'] = {
  area: account.area,
  areaName: account.areaName,
  balance: 38,
  keeper: true,
  items: Array.from({ length: 20 }, (_, i) => ({
    id: `s${i.toString(16).padStart(24, '0')}`,
    rev: 3,
    name: '香皂一块',
    points: 5,
    left: 12,
    where: '村部一楼，上班时间',
    offered: true,
    lack: '',
  })),
};

const taken: Actions['points.redeem']['out'] = {
  id: `r${'0'.repeat(24)}`,
  no: 'R1122-7KQ4M',
  name: '香皂一块',
  points: 5,
  where: '村部一楼，上班时间',
  owner: '林*',
  code: '0417',
  locked: false,
  state: 'booked',
  say: '给您留到12月22日',
  tone: 'today',
  when: '今天 09:41',
  allowed: ['hand', 'fail'],
};

const record: Actions['conduct.read']['out'] = {
  id: `c${'0'.repeat(24)}`,
  no: 'C1122-7KQ4M',
  title: '服务时长或送达情况不属实',
  person: '林*',
  state: 'review',
  stateWords: '等另一方决定',
  tone: 'today',
  say: '要由另一方在12月22日前决定，过期按不成立算',
  when: '今天 09:41',
  allowed: ['uphold', 'dismiss'],
  text: '受助人说那天没有人来过，电话也没有打。',
  effect: '认定以后才会扣 10 分，积分不够就扣到 0 为止',
  mine: false,
  parts: [{ label: '提出', words: '网格、科室 赵海平' }],
  story: Array.from({ length: 6 }, (_, i) => ({
    at: i,
    when: '今天 09:41',
    title: '本人说明',
    text: '那天送到了，是邻居代收的。',
    photos: [],
    move: 'reply',
  })),
};

const honour: Actions['honour.read']['out'] = {
  id: `h${'0'.repeat(24)}`,
  no: 'H1122-7KQ4M',
  title: '最美志愿者',
  state: 'notice',
  stateWords: '公示中',
  tone: 'today',
  say: '拟授予张三、李四，有意见请说，11月28日 周六 09:00前',
  text: '在身边的小事里选出大家认可的人。',
  how: '一人一票，最多 2 名，公示 5 天',
  areaName: '闫满工作区',
  nominees: Array.from({ length: 12 }, (_, i) => ({
    id: `n${i + 1}`,
    name: '张三丰',
    where: '闫满村',
    deeds: '十年来义务给独居老人修灯、换水龙头，从不收一分钱。',
    chosen: i < 2,
    struck: '',
  })),
  turnout: '共收到 137 张票',
  noticeWords: '公示：11月23日到11月28日',
  objections: [],
  mayChoose: 0,
  voted: false,
  elsewhere: '',
  dropped: '',
  story: [],
  allowed: ['object'],
};

const budget: Actions['notice.budget']['out'] = {
  templates: [{ name: 'result', id: 'tmpl-result' }],
  left: { result: 2 },
  words: '还能在微信里通知您 2 次',
};

export const STANDING_ANSWERS = {
  'points.mine': {
    accounts: [account],
    rules: ['完成一个微心愿：5 分，730 天内有效'],
    rows: entries,
    next: '1.1',
  },
  'points.appeal': record,
  'points.shelf': shelf,
  'points.stock': shelf,
  'points.rules': rules,
  'points.saveRules': rules,
  'points.redeem': taken,
  'points.returns': { rows: Array.from({ length: 20 }, (_, i) => ({ ...taken, id: `r${i}` })), next: '1.1' },
  'points.return': taken,
  'conduct.person': {
    person: `u_${'0'.repeat(24)}`,
    name: '林*',
    entries: Array.from({ length: 20 }, (_, i) => ({
      id: `e${i}`,
      words: '完成一个微心愿 +5',
      when: '11月3日',
    })),
    grounds: [{ id: 'leak', words: '把受助人的情况告诉了别人', points: 10 }],
  },
  'conduct.raise': record,
  'conduct.list': { rows: Array.from({ length: 20 }, (_, i) => ({ ...record, id: `c${i}` })), next: '1.1' },
  'conduct.read': record,
  'conduct.move': record,
  'honour.announce': honour,
  'honour.list': { rows: Array.from({ length: 20 }, (_, i) => ({ ...honour, id: `h${i}` })), next: '1.1' },
  'honour.read': honour,
  'honour.vote': honour,
  'honour.move': honour,
  'honour.jurors': Array.from({ length: 30 }, (_, i) => ({ id: `s${i}`, name: '赵海平', post: '网格员' })),
  'notice.budget': budget,
  'notice.consent': budget,
} satisfies Partial<{ [A in keyof Actions]: Actions[A]['out'] }>;
