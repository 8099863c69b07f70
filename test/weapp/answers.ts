/** A cloud with a fixed, full day: as much on every screen as a real one shows, to weigh what crosses the bridge. */
import type {
  ActionName,
  Actions,
  ClockView,
  Me,
  PlaceView,
  TicketRow,
  TicketView,
  WishRow,
  WishView,
} from '@/contract';
import menu from '@/domain/catalogue/default.json';
import { RATES } from '@/domain/rates/rates';
import { add, NOTHING } from '@/domain/rates/tally';
import { viewOf } from '@/domain/rates/view';
import { REPLIES } from '@/domain/reply/replies';
import { activityAnswers } from './activity-answers';
import { RIGHTS_ANSWERS } from './rights-answers';
import { STANDING_ANSWERS } from './standing-answers';

const NOW = Date.UTC(2026, 10, 23, 6, 20);
const SCENE = 'p=0123456789.abcdefgh';
const TICKET = `t${'0'.repeat(24)}`;

const place: PlaceView = {
  scene: SCENE,
  name: '闫满村 3 号楼 2 单元',
  words: '闫满村第2网格第12微网格',
  worker: { name: '赵海平', phone: '13800000000', post: '第 12 微网格网格员', households: 18 },
};

const me: Me = {
  id: 'zhao',
  name: '赵海平',
  phone: '13800000000',
  staff: {
    id: 'zhao',
    name: '赵海平',
    posts: ['第 12 微网格网格员', '管庄镇调度员'],
    desk: ['worker', 'dispatcher', 'leader'],
    leads: true,
    area: '370114/guanzhuang/',
    areaName: '管庄镇',
    villages: Array.from({ length: 9 }, (_, i) => ({ path: `370114/guanzhuang/v${i}/`, name: `闫满${i}村` })),
  },
  volunteer: { since: NOW, skills: ['electric'], places: ['370114/guanzhuang/'], teams: [] },
};

const clock = (label: string): ClockView => ({
  label,
  words: '2 天 3 小时',
  used: 0.42,
  tone: 'ok',
  standing: null,
});

const row = (i: number): TicketRow => ({
  id: `t${i.toString(16).padStart(24, '0')}`,
  no: `T1122-7KQ${i}`,
  kind: 'report',
  icon: 'lamp',
  title: '楼道灯不亮',
  place: '闫满村 3 号楼 2 单元 2 层',
  gist: '三楼的灯坏了两天，晚上上下楼看不见，家里有老人，请尽快来看看',
  state: 'working',
  stateWords: '正在办',
  say: '赵网格员已联系过您，明天上午来修。',
  promise: { words: '承诺 11月25日（周三）17:30 前办好，还剩 2 天 3 小时', late: false },
  chip: { words: '剩 2 天 3 小时', tone: 'ok' },
  urgency: 'L3',
  urgencyWords: '一般',
  owesReply: false,
  group: (['late', 'today', 'later', 'waiting'] as const)[i % 4]!,
  openedAt: NOW - i * 3600_000,
  allowed: ['contact', 'ask', 'resolve', 'note'],
});

const photos = [1, 2, 3].map((i) => ({
  id: `cloud://yima.7969/u/${i}.jpg`,
  url: `https://storage.test/u/${'0'.repeat(32)}/${i}.jpg?sign=${'0'.repeat(64)}`,
  small: `https://storage.test/u/${'0'.repeat(32)}/${i}-small.jpg?sign=${'0'.repeat(64)}`,
}));

const ticket: TicketView = {
  ...row(0),
  id: TICKET,
  subject: { id: 'street-light', office: 'urban' },
  address: '3 号楼 2 单元 2 层',
  text: '三楼的灯坏了两天，晚上上下楼看不见。'.repeat(10),
  answers: [{ ask: '灯是哪种', answer: '声控灯' }],
  photos,
  voices: [{ id: 'v1', url: 'https://example.com/v1.mp3', seconds: 23, words: '报事时说的' }],
  evidence: 'optional',
  reporter: { name: '林桂芝', phone: '13900000000', mine: true },
  beneficiary: null,
  handler: {
    name: '赵海平',
    phone: '13800000000',
    post: '第 12 微网格网格员',
    unit: '闫满村',
    why: '他负责您这栋楼，今天当班，手上的事最少',
    mine: true,
  },
  clocks: { resident: clock('您已等待'), unit: clock('村里还剩') },
  cycle: 1,
  pending: {
    kind: 'hold',
    name: '赵海平',
    words: '申请暂缓到 12月1日：等材料配件',
    text: '配件已经订了，到货就来装。',
  },
  hold: { words: '暂缓到 12月1日：等材料配件', text: '配件已经订了，到货就来装。', objected: true },
  declined: null,
  calls: [{ when: '今天 09:41', words: '没打通' }],
  joint: {
    words: '赵海平请城乡建设办一起办',
    meetBy: '11月26日 17:30前会商',
    minutes: '先抽排，再换管',
    measures: [
      {
        no: 1,
        what: '疏通主管',
        who: '马建',
        unit: '城乡建设办',
        phone: '17000001021',
        due: '11月25日 17:30前',
        tone: 'ok',
        done: null,
        mine: false,
      },
    ],
    latest: 1_774_000_000_000,
  },
  sealed: { looks: [{ when: '今天 09:50', who: '赵海平', why: '要上门核实' }] },
  against: '',
  thread: [],
  question: null,
  result: null,
  rating: null,
  slips: [{ no: 'R1122-001', words: '提醒单：签收已超时', when: '今天 09:41' }],
  story: Array.from({ length: 12 }, (_, i) => ({
    at: NOW - i * 3600_000,
    when: `今天 1${i % 10}:20`,
    title: '赵海平已电话联系您',
    text: '已买好灯泡，约好明天上午 9 点，请在家等。',
    photos: i === 3 ? photos : [],
    move: 'note',
  })),
};

const wishRow = (i: number): WishRow => ({
  id: `w${i.toString(16).padStart(24, '0')}`,
  no: `W1122-7KQ${i}`,
  kind: 'repair',
  icon: 'wrench',
  title: '小修小补',
  gist: '卫生间想装一个扶手，老人起身不方便，材料已经买好，就差人来装。',
  wisher: '林*',
  whose: 'self',
  where: '闫满村',
  near: '同一网格',
  waited: '等了 3 天',
  state: 'open',
  stateWords: '等人认领',
  say: '在心愿墙上，等人认领',
  chip: { words: '等人认领', tone: 'ok' },
  queue: 2,
  inLine: 0,
  team: '',
  fit: '您会电工',
  openedAt: NOW - i * 3600_000,
  allowed: ['claim'],
});

const wish: WishView = {
  ...wishRow(0),
  text: '卫生间想装一个扶手，老人起身不方便，材料已经买好，就差人来装。'.repeat(4),
  mine: true,
  desk: true,
  advice: '',
  guarded: false,
  byStaff: true,
  contact: { name: '林桂芬', role: '', phone: '13900000000', address: '闫满村第2网格第12微网格 3 号楼 501' },
  claimer: { name: '方敏', phone: '13700000000', mine: false },
  refusal: '',
  thread: [],
  thanks: '',
  story: ticket.story,
  photos: [],
};
const wishRows = { rows: Array.from({ length: 20 }, (_, i) => wishRow(i)), next: '1.1' };

const finding = {
  fault: 'fallback',
  title: '路灯楼道灯：由备用的岗位接，本该找物业',
  where: '闫满村第2网格 17 个微网格',
  count: 17,
  blocking: false,
} as const;

const table: Actions['desk.faults']['out'] = {
  rev: 3,
  maySave: true,
  offices: menu.offices as Actions['catalogue.read']['out']['offices'],
  rules: menu.services.map(({ id, name, office }) => ({
    rule: { id, service: id, place: '370114/guanzhuang/yanman/', post: 'p-urban', clause: '责任清单' },
    words: name,
    where: '',
    office,
    who: '建设管理岗，没有就找就近的网格员',
    now: '靳永刚、李四',
    valid: '长期有效',
  })),
  findings: Array.from({ length: 6 }, () => finding),
  posts: Array.from({ length: 14 }, (_, i) => ({ id: `post-${i}`, name: '建设管理岗' })),
};

const roster: Actions['desk.roster']['out'] = {
  rev: 3,
  me: 'zhao',
  units: Array.from({ length: 20 }, (_, i) => ({ id: `unit-${i}`, name: '闫满村网格' })),
  unit: 'unit-0',
  posts: Array.from({ length: 26 }, (_, i) => ({
    id: `post-${i}`,
    name: `闫满村第${i + 1}微网格网格员`,
    holders: [{ person: 'zhao', name: '赵海平', days: [], words: '每天', away: false }],
    gap: '',
    today: '赵海平',
    mayChange: true,
  })),
  people: Array.from({ length: 10 }, (_, i) => ({ id: `person-${i}`, name: '赵海平', mayLeave: true })),
  away: Array.from({ length: 4 }, (_, i) => ({
    person: `person-${i}`,
    name: '赵海平',
    from: NOW,
    until: NOW + 86_400_000,
    words: '11月24日 周二起，到11月26日 周四止',
    begun: true,
    inHand: 6,
    mayChange: true,
  })),
};

const calendar: Actions['desk.calendar']['out'] = {
  rev: 3,
  maySave: true,
  coverage: '已公布到 2026年12月28日',
  left: 35,
  holidays: Array.from({ length: 6 }, () => ({
    name: '国庆节',
    off: '10月1日至10月7日',
    on: '9月20日 周日上班、10月10日 周六上班',
  })),
  units: Array.from({ length: 20 }, (_, i) => ({ id: `unit-${i}`, name: '闫满村网格' })),
  unit: 'unit-0',
  hours: [
    ['08:30', '12:00'],
    ['13:30', '17:30'],
  ],
  hoursWords: '08:30–12:00，13:30–17:30',
  ownHours: false,
  closures: [{ day: '2026-11-25', words: '11月25日 周三：大雪封路' }],
  recounting: 12,
};

const replies: Actions['desk.replies']['out'] = {
  rev: 3,
  mayChange: true,
  own: [{ id: 'own-1', use: 'contact', text: '约好{日期}上午到{地点}。' }],
  common: REPLIES,
  day: '11月24日 周二',
};

const RATE = add(NOTHING, {
  numerator: 43,
  denominator: 51,
  notAnswered: 12,
  excluded: { withdrawn: 3, handed_on: 2 },
});

const shelf = {
  rev: 3,
  maySave: true,
  offices: menu.offices as Actions['catalogue.read']['out']['offices'],
  services: (menu as Actions['catalogue.read']['out']).services.map((service) => ({
    ...service,
    who: '经办人',
  })),
  icons: ['lamp'],
};

const ANSWERS: { [A in ActionName]: Actions[A]['out'] } = {
  ...STANDING_ANSWERS,
  ...activityAnswers(me),
  ...RIGHTS_ANSWERS,
  'session.open': me,
  'place.read': place,
  // as wide as its type: JSON does not know our unions
  'catalogue.read': menu as Actions['catalogue.read']['out'],
  'profile.save': me,
  'profile.phone': { phone: '17000000001' },
  'staff.bind': me,
  'photo.prepare': { fileId: 'cloud://yima.7969/u/1.jpg', cloudPath: 'u/1.jpg', url: '', fields: {} },
  'voice.prepare': { fileId: 'cloud://yima.7969/u/1.voice', cloudPath: 'u/1.voice', url: '', fields: {} },
  'voice.check': { fileId: 'cloud://yima.7969/v/1-9.mp3', seconds: 9 },
  'photo.check': { fileId: 'cloud://yima.7969/p/1.jpg' },
  'photo.read': photos,
  'ticket.file': ticket,
  'ticket.read': ticket,
  'ticket.list': { rows: Array.from({ length: 20 }, (_, i) => row(i)), next: '1' },
  'ticket.move': ticket,
  'ticket.assignees': Array.from({ length: 12 }, (_, i) => ({
    post: `post-${i}`,
    postName: '网格员',
    unitName: '闫满村',
    person: `person-${i}`,
    name: '赵海平',
    load: i,
    why: '管这个地方',
    returned: i > 10,
  })),
  'rates.read': {
    asOf: NOW,
    days: 19,
    rates: RATES.map((id) => viewOf(id, RATE)),
    units: Array.from({ length: 60 }, (_, i) => ({
      id: `unit-${i}`,
      name: '闫满村网格',
      onTime: viewOf('onTime', RATE),
      paused: viewOf('paused', RATE),
    })),
    services: [{ id: 'street-lamp', name: '楼道灯不亮' }],
  },
  'notice.list': {
    rows: Array.from({ length: 20 }, (_, i) => ({
      id: `n${i}`,
      page: `pages/resident/ticket/index?id=${TICKET}`,
      ticket: TICKET,
      words: '赵海平已签收您的“楼道灯不亮”，承诺 11月25日 17:30 前办好。',
      at: NOW - i * 3600_000,
      when: '今天 09:41',
      forStaff: false,
    })),
    next: '1',
  },
  'desk.faults': table,
  'desk.save': table,
  'desk.roster': roster,
  'desk.leave': roster,
  'desk.holders': roster,
  'desk.absence': {
    words: '11月24日 周二起，到11月26日 周四止',
    inHand: 6,
    open: [
      {
        title: '第12微网格网格员：11月24日至11月26日没人值班',
        line: '事情由闫满村第2网格网格长接',
        lost: false,
      },
    ],
  },
  'desk.calendar': calendar,
  'desk.closures': calendar,
  'desk.replies': replies,
  'desk.saveReplies': replies,
  'desk.inhand': { name: '赵海平', rows: Array.from({ length: 20 }, (_, i) => row(i)), next: '1' },
  'desk.dryrun': {
    tried: 200,
    moved: 12,
    lost: 0,
    day: '2026-11-23',
    rows: Array.from({ length: 12 }, (_, i) => ({
      id: TICKET,
      no: `T1122-7KQ${i}`,
      title: '路灯楼道灯',
      place: '闫满村第2网格第12微网格',
      from: '第12微网格网格员',
      to: '便民维修岗',
    })),
    findings: [finding],
  },
  'wish.post': wish,
  'wish.read': wish,
  'wish.move': wish,
  'wish.list': wishRows,
  'wish.wall': { ...wishRows, where: '闫满工作区', volunteer: true },
  'ticket.similar': [],
  'ticket.alike': [],
  'place.units': [],
  'desk.precedents': { rulings: [], suggestions: [] },
  'desk.menu': shelf,
  'desk.putService': shelf,
  'desk.dropService': shelf,
  'place.codes': Array.from({ length: 24 }, (_, i) => ({
    scene: SCENE,
    name: `第 ${i + 1} 微网格`,
    words: `闫满村第2网格第${i + 1}微网格`,
  })),
};

/** Answers an action as the cloud would; an unknown one is a mistake of the page. */
export function answer(action: string, input?: unknown): unknown {
  const data = ANSWERS[action as ActionName];
  if (data === undefined) throw new Error(`no such action: ${action}`);
  const { box } = (input ?? {}) as { box?: string };
  // Nobody has more in hand than they may claim, and few wait in more lines than that.
  const few = action === 'wish.list' && (box === 'held' || box === 'waiting');
  return { ok: true, now: NOW, data: few ? { rows: wishRows.rows.slice(0, 5), next: null } : data };
}
