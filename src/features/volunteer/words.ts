/** Words about being a volunteer, and about reporting to two organisations. */

export const REGISTER = {
  title: '志愿者登记',
  titleAgain: '改登记',
  line: '会什么、在哪儿、什么时候有空，想写多少写多少。随时能改，随时能退出。',
  back: '我的',
  name: '姓名',
  phone: '电话',
  phoneHint: '活动有变化时好联系您，别的志愿者看不到',
  skills: '您会什么',
  places: '想在哪个村帮忙',
  times: '什么时候有空（不选，都可以）',
  teams: '想加入的志愿队（可不选）',
  age: '您的年龄',
  ages: { adult: '满 18 岁', minor: '16、17 岁', under16: '未满 16 岁' },
  minorLines: {
    minor: '要监护人同意；上门帮忙时，请和监护人或另一位志愿者一起去。',
    under16: '要监护人同意；可以参加活动，心愿请监护人登记后认领，一起去。',
  },
  news: '有适合我的新心愿告诉我',
  newsLine: '一天最多一条，随时能关',
  guardian: '监护人姓名',
  guardianPhone: '监护人电话',
  consent: '我看过并同意',
  notes: [
    '参加自愿，来不了可以取消，没人记账。',
    '服务对象的地址、电话只用来服务，不外传、不拍照外发。',
    '时长从签到算到签退；不对可以申请改。',
    '您的服务记录只有您自己能看全，可以导出，也可以删掉。',
  ],
  submit: '登记成为志愿者',
  submitAgain: '改好了',
  missing: { name: '请写姓名', phone: '请留一个电话', places: '请选一个村', consent: '请先看过并同意须知' },
  done: '登记好了，谢谢您',
} as const;

export const ME = {
  title: '我的',
  since: (day: string, no: string) => `${day}登记，编号 ${no}`,
  record: '服务记录和证明',
  recordLine: '时长、证明、带走、删除',
  activities: '我报名的活动',
  edit: '改登记',
  editLine: '特长、地方、时间、志愿队',
  report: '双报到',
  reportLine: '在职党员到社区报到一次',
  organisations: '所在组织',
  resident: '回居民首页',
  residentLine: '自己家的事在那里办',
  leave: '不再做志愿者',
  leaveTitle: '不再做志愿者？',
  leaveLine: '报了名的活动会取消，认领的心愿还回去，让给别人。以前的服务记录还在。以后想来，再登记就行。',
  leaveGo: '退出',
  keep: '先不退',
  left: '已退出，谢谢您一直以来的帮助',
  none: '还没登记特长',
} as const;

export const REPORT = {
  title: '双报到',
  line: '工作单位报过名单的，在这里报到一次，就算在社区报到了。',
  back: '我的',
  name: '姓名',
  phone: '电话',
  phoneHint: '名单上写的那个手机号',
  submit: '报到',
  done: (home: string) => `已在${home}报到`,
  facts: { work: '工作单位', home: '居住的村', when: '报到时间' },
  foot: '只报到一次，不打卡、不排名。',
} as const;

export const VOLUNTEERS = {
  title: '志愿者',
  back: '我的',
  boxes: { volunteers: '志愿者', enrolments: '双报到' },
  all: '全部特长',
  bySkill: '按特长找',
  emptyTitle: '还没有志愿者登记',
  emptyLine: '居民扫码后，在心愿墙或活动里登记。',
  call: '打电话',
  minor: '未成年',
  more: '再看一些',
  reported: (reported: number, listed: number) => `名单 ${listed} 人，已报到 ${reported} 人`,
  waiting: '还没报到',
  done: '已报到',
  noEnrolments: '还没有名单',
  noEnrolmentsLine: '请在电脑上导入单位报来的名单。',
} as const;

export const IMPORT = {
  title: '导入双报到名单',
  line: '表格要有：姓名、手机号、工作单位、居住村；特长可以没有。先试一遍，没问题再导入。同一份名单导几遍都一样。',
  choose: '选一个文件（CSV 或 XLSX）',
  onPhone: '请在电脑浏览器里打开这一页，再选文件。',
  missing: (columns: readonly string[]) => `表格里没有这些列：${columns.join('、')}`,
  empty: '表格里没有人',
  /** A file with several sheets: which was read, and by name which were not. */
  from: (read: string, others: readonly string[], hidden: readonly string[]) =>
    [
      `读的是“${read}”这张表`,
      others.length > 0 ? `没有读${others.map((name) => `“${name}”`).join('、')}` : '',
      hidden.length > 0 ? `隐藏的${hidden.map((name) => `“${name}”`).join('、')}没有读` : '',
    ]
      .filter(Boolean)
      .join('；'),
  tried: (fresh: number, changed: number, same: number, wrong: number) =>
    `新增 ${fresh} 人，更新 ${changed} 人，没变 ${same} 人，有错 ${wrong} 行`,
  wrong: '有错的行（不会导入）',
  row: (line: number) => `第 ${line} 行`,
  go: (count: number) => `导入 ${count} 人`,
  nothing: '没有要导入的人',
  done: '导入好了',
} as const;
