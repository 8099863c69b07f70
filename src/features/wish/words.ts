/** Words of the wish wall, of a wish and of the form in which one is posted. */
import type { WishMove } from '@/domain/wish/lifecycle';

export const WALL = {
  title: '心愿墙',
  around: (where: string) => `${where} · 等得久的在前面`,
  open: '等人认领',
  taken: '可以排队',
  near: '只看同村',
  fit: '适合我的',
  kinds: '选类别',
  kindsTitle: '想看哪一类？',
  allKinds: '都看看',
  emptyTitle: '心愿会贴在这里',
  emptyLine: '社区看过的微心愿会上墙，等得久的在前面。',
  emptyTakenTitle: '已认领的心愿会在这里',
  emptyTakenLine: '有人办不了还回来的，先问排队的人。',
  post: '许个心愿',
  mine: '我许的心愿',
  mineLine: '到哪一步了，谁认领了',
  more: '再看更多',
  register: '登记成为志愿者，就能认领',
} as const;

export const MINE = {
  title: '我认领的',
  inHand: (count: number, most: number) => `手上 ${count} 个，一个人最多同时认领 ${most} 个`,
  waiting: (count: number) => `等着的心愿 ${count} 个`,
  leave: '不排了',
  helped: '帮过的',
  helpedLine: '办到了的心愿，和收到的感谢',
  helpedEmptyTitle: '办到了的心愿会在这里',
  emptyTitle: '认领的心愿会在这里',
  emptyLine: '一个人最多同时认领三个，办完一个再认下一个。',
  toWall: '去心愿墙看看',
  postedTitle: '我许的心愿',
  postedEmptyTitle: '您许的心愿会在这里',
  postedEmptyLine: '说一件小事，社区看过就贴上墙，有人认领会通知您。',
} as const;

export const REVIEW = {
  title: '心愿审核',
  review: '待审核',
  confirm: '待确认',
  emptyTitle: '没有要审核的心愿',
  emptyLine: '居民和网格员许的心愿先到这里，看过才上墙。',
  emptyConfirmTitle: '没有要确认的心愿',
  emptyConfirmLine: '志愿者说办到了、对方还没回音的会在这里，可以打电话问一问。',
} as const;

export const WISH = {
  back: '心愿墙',
  backToDesk: '返回',
  sort: '微心愿',
  whoseWish: (...parts: string[]) => parts.filter(Boolean).join(' · '),
  byStaff: '网格员代发',
  team: (names: string) => `${names}办这类事，先问他们`,
  inQueue: (count: number) => `${count} 人在排队`,
  inLine: (place: number) => `您排在第 ${place} 位`,
  contact: '联系谁',
  contactNote: '电话和地址只给您看，办完就收起来。',
  reviewNote: '上墙前可以打电话问一问，是不是本人的意思。',
  askNote: '可以打电话问一问，收到了没有。',
  guarded: '孩子和病人的心愿：先联系监护人，请两人同行，不拍照。',
  claimer: '谁认领了',
  thanks: '收到的感谢',
  refusal: '没有上墙的原因',
  story: '经过',
  more: '还可以',
  open: '打开看看',
  register: '登记成为志愿者',
} as const;

/** Asked before what cannot simply be undone. */
export const ASK: Readonly<Partial<Record<WishMove, { title: string; words: string; yes: string }>>> = {
  claim: {
    title: '认领这个心愿？',
    words: '认领后您会看到电话和地址，请先打电话约时间。办不了可以还回来。',
    yes: '认领',
  },
  withdraw: { title: '撤回这个心愿？', words: '撤回后就从墙上拿下来了，认领的人会收到通知。', yes: '撤回' },
  pass: { title: '这次不来了？', words: '心愿会接着问下一位。', yes: '这次不了' },
};

/** What is said after a move that leaves little to see. */
export const DONE: Readonly<Partial<Record<WishMove, string>>> = {
  approve: '已上墙',
  claim: '认领好了，先打电话约时间',
  queue: '排好了，轮到您会通知您',
  leave: '不排了',
  pass: '好的，接着问下一位',
  confirm: '已确认，谢谢',
  giveBack: '还回去了，谢谢您说一声',
};

export interface SheetWords {
  readonly title: string;
  readonly ask: string;
  readonly hint?: string;
  readonly send: string;
  readonly ready?: readonly string[];
  /** Photos may come along. */
  readonly photos?: true;
}

/** The moves that need words. */
export const SHEETS: Readonly<Partial<Record<WishMove, SheetWords>>> = {
  refuse: {
    title: '不通过',
    ask: '为什么？许愿的人会看到',
    send: '不通过',
    ready: ['这件事社区直接办', '请说得具体一点再许一次', '请按“点一项服务”办，更快'],
  },
  arrange: {
    title: '约好了',
    ask: '怎么约的？对方会看到',
    send: '记下来',
    ready: ['今天下午去', '明天上午去', '周末去'],
  },
  giveBack: {
    title: '还回去',
    ask: '说一声原因，好让别人接着办',
    hint: '办不了没关系，早点说就好',
    send: '还回去',
    ready: ['时间凑不上', '这件事我办不了', '没联系上对方'],
  },
  deliver: { title: '办到了', ask: '怎么办的？一句话就行', send: '提交', photos: true },
  missed: {
    title: '还没办到',
    ask: '还差什么？',
    send: '提交',
    ready: ['还没有人来', '东西不合用', '只办了一半'],
  },
  thank: {
    title: '说声谢谢',
    ask: '想说的话',
    send: '送出',
    ready: ['谢谢您，帮了大忙！', '您费心了，谢谢！'],
    photos: true,
  },
};

export const PHOTOS = {
  title: '照片（可以不拍）',
  note: '拍办好的东西就行，不拍人，也不拍门牌。',
  unsent: '有照片没传上',
  without: '先把文字发出去，照片不带了。',
  send: '先发文字',
} as const;

/** How long it took, in minutes. */
export const SPENT = {
  ask: '用了多长时间？（可不选，选了记进服务记录）',
  options: [
    { value: '30', label: '半小时' },
    { value: '60', label: '1 小时' },
    { value: '120', label: '2 小时' },
    { value: '240', label: '半天' },
  ],
} as const;

export const TURN = {
  title: '转成办件',
  ask: '当作哪一项服务来办？',
  send: '转过去',
  choose: '请选一项服务',
} as const;

export const POST = {
  title: '许个心愿',
  line: '社区看过就贴上墙，有人认领会告诉您。',
  kind: '哪一类心愿？',
  text: '说说您的心愿',
  textHint: '一句话就行，如：卫生间想装一个扶手',
  textNote: '这些话会贴在墙上，请不要写姓名、电话和门牌。',
  whose: '是谁的心愿？',
  wisher: { adult: '本人姓名', child: '孩子的姓', ill: '病人的姓' },
  guardedNote: '墙上和认领的人只看到“李某”，请写监护人的电话。',
  adultPhone: '本人电话',
  adultPhoneNote: '没有电话就空着，有事找您',
  adultConsent: '本人同意我替他许这个心愿',
  guardian: '监护人姓名',
  guardianPhone: '监护人电话',
  guardianConsent: '监护人同意',
  address: '住在哪里',
  addressNote: '只给认领的人看',
  name: '怎么称呼您',
  phone: '您的电话',
  phoneNote: '只给认领的人看，办完就收起来',
  submit: '许下心愿',
  again: '再发一次',
  found: '上次没写完的还在。',
  startOver: '清空重写',
  unsent: '网络不通，内容已存好，请稍后再发',
  missing: {
    place: '请先扫一扫墙上的码',
    kind: '请选一类心愿',
    text: '请写一句您的心愿',
    whose: '请选是谁的心愿',
    wisher: '请写明是谁的心愿',
    guardian: '请写上监护人的姓名和电话',
    consent: '请先征得同意',
    phone: '请留一个电话，有人认领了好联系',
  },
} as const;
