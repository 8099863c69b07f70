/** Activities, records and volunteers as full as a real screen shows them. */
import type { ActionName, Actions, Me } from '@/contract';
import type { ActivityView, CertificateView, PartRow } from '@/contract/activity';

const NOW = Date.UTC(2026, 10, 23, 6, 20);

const part: PartRow = {
  id: `h${'0'.repeat(24)}`,
  activity: `a${'0'.repeat(24)}`,
  title: '河边捡垃圾，顺带认一认树',
  when: '11月28日 周六 09:00–11:00',
  place: '闫满村文化广场',
  object: '全体村民',
  state: 'done',
  stateWords: '已完成',
  minutes: 120,
  hours: '2 小时',
  checks: '09:02 到，11:04 走',
  amendment: '本人申请改为 2.5 小时：收拾完才走',
  appraisal: '马建评价：来得早，走得晚，老人都夸；本人说明：谢谢',
  training: false,
  standing: '公示到 12月5日',
  check: null,
  photos: [],
  startsAt: NOW,
  allowed: ['erase', 'grant', 'deny', 'keepsake'],
};

const activity: ActivityView = {
  id: `a${'0'.repeat(24)}`,
  no: 'A1122-7KQ4M',
  title: '河边捡垃圾，顺带认一认树',
  theme: 'environment',
  themeWords: '环境整治',
  icon: 'tree',
  when: '11月28日 周六 09:00–11:00',
  place: '闫满村文化广场',
  state: 'published',
  stateWords: '报名中',
  room: '还有 3 个名额',
  chip: { words: '报名中', tone: 'ok' },
  mine: 'seated',
  fit: '您会摄影写作',
  startsAt: NOW,
  allowed: ['join', 'leave', 'edit', 'cancel'],
  text: '沿河走一遍，把垃圾捡起来。请穿方便走路的鞋，手套和袋子村里有。'.repeat(3),
  object: '全体村民',
  skills: ['摄影写作'],
  adultsOnly: false,
  organiser: { name: '高秀云', phone: '13800000000' },
  seated: 17,
  waiting: 0,
  capacity: 20,
  before: 0,
  coordinator: true,
  story: Array.from({ length: 3 }, () => ({
    when: '今天 11:20',
    text: '捡了 12 袋，河边清爽了。',
    photos: [],
  })),
  cancelled: '',
  part,
  plan: null,
  notice: Array.from({ length: 17 }, () => ({ name: '林*', hours: '2 小时' })),
};

const certificate: CertificateView = {
  no: 'YM2026-7KQ4M2XD',
  code: '7KQ4-M2XD',
  when: '2026年11月22日',
  hours: '24 小时',
  name: '林桂芝',
  volunteerNo: 'V7KQ4M2XD',
  period: '2026年3月8日至2026年11月15日',
  lines: Array.from({ length: 12 }, () => ({
    date: '2026-03-08',
    title: '河边捡垃圾',
    place: '闫满村文化广场',
    object: '全体村民',
    hours: '2 小时',
  })),
  issuer: '闫满工作区',
  inCharge: '袁书记',
  handler: '钱调',
  contact: '13800000000',
  stale: false,
};

const imported = {
  dry: true,
  fresh: 180,
  changed: 4,
  same: 10,
  wrong: 6,
  rows: Array.from({ length: 6 }, (_, i) => ({
    line: i + 2,
    outcome: 'wrong' as const,
    words: '电话是打了星号的，请换成完整的号码',
  })),
};

/** The answers of these actions; `me` is whoever asks. */
export const activityAnswers = (me: Me) =>
  ({
    'activity.draft': activity,
    'activity.read': activity,
    'activity.move': activity,
    'activity.list': {
      rows: Array.from({ length: 20 }, (_, i) => ({
        ...activity,
        id: `a${i.toString(16).padStart(24, '0')}`,
      })),
      next: '1.1',
      where: '闫满工作区',
      campaign: { title: '环境整治月', line: '秋收以后，清一清房前屋后', theme: 'environment' },
    },
    'activity.people': {
      rows: Array.from({ length: 20 }, () => ({
        ...part,
        // one or the other: what is asked for is not yet appraised
        appraisal: '',
        name: '林桂芝',
        phone: '139****0000',
      })),
      next: '1.1',
    },
    'activity.phone': { phone: '13900000000' },
    'record.list': {
      rows: Array.from({ length: 20 }, () => part),
      next: '1.1',
      minutes: 2400,
      hours: '40 小时',
      times: 20,
      training: '另有培训 2 次，4 小时',
      honours: ['最美志愿者（2026-03-20）'],
    },
    'record.move': part,
    'record.export': { name: '林桂芝', volunteerNo: 'V7KQ4M2XD', rows: [] },
    'certificate.issue': certificate,
    'certificate.read': certificate,
    'certificate.list': Array.from({ length: 4 }, () => certificate),
    'certificate.verify': { ...certificate, times: 12, name: '林*' },
    'volunteer.register': me,
    'volunteer.leave': me,
    'volunteer.choices': {
      area: '370114/guanzhuang/yanman/',
      areaName: '闫满工作区',
      villages: Array.from({ length: 9 }, (_, i) => ({
        path: `370114/guanzhuang/yanman/v0${i}/`,
        name: `闫满${i}村`,
      })),
      teams: [{ id: 'four-seasons', name: '缤纷四季', line: '党员、教师、医生、律师都有', services: [] }],
      mine: me.volunteer,
    },
    'volunteer.list': {
      rows: Array.from({ length: 20 }, (_, i) => ({
        id: `u_${i}`,
        name: '林桂芝',
        phone: '139****0000',
        no: 'V7KQ4M2XD',
        since: '3月8日',
        skills: '医生护士、护理陪护',
        places: '闫满村、南峪村',
        teams: '缤纷四季',
        times: '周末白天',
        minor: false,
        proven: i % 2 === 0,
      })),
      next: '1.20',
    },
    'volunteer.phone': { phone: '13900000000' },
    'enrolment.import': imported,
    'enrolment.list': {
      rows: Array.from({ length: 20 }, (_, i) => ({
        id: `e${i}`,
        name: '王建国',
        phone: '170****0002',
        work: '区税务局',
        home: '闫满村',
        reported: '',
        claims: [],
      })),
      next: '1.20',
      listed: 399,
      reported: 120,
      contested: 0,
    },
    'enrolment.decide': {
      ...{ id: 'e1', name: '王建国', phone: '170****0002', work: '区税务局', home: '闫满村', reported: '' },
      claims: [],
    },
    'volunteer.vouch': {
      ...{ id: 'v1', name: '方敏', phone: '17000000001', proven: true, no: 'V7KQ4M2XD', since: '3月1日' },
      ...{ skills: '水电', places: '闫满村', teams: '', times: '', minor: false },
    },
    'enrolment.report': { name: '王建国', work: '区税务局', home: '闫满村', when: '今天 09:41' },
  }) satisfies Pick<
    { [A in ActionName]: Actions[A]['out'] },
    | Extract<ActionName, `activity.${string}` | `record.${string}` | `certificate.${string}`>
    | VolunteerActions
  >;

type VolunteerActions = Extract<ActionName, `volunteer.${string}` | `enrolment.${string}`>;
