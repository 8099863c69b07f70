/** Words of the form in which a request is filed. */
export const FILING = {
  text: {
    order: '还有什么要说明的？',
    report: '说说是什么情况',
    advice: '写下来',
  },
  textHint: {
    order: '如：老人一个人在家，请敲门时大声些',
    report: '一句话就行：在哪儿、怎么了',
    advice: '想问的、想说的，写在这里',
  },
  photos: '照片',
  photosOptional: '（可不拍，最多 9 张）',
  photosNote: '照片会压缩，拍照的位置信息不会传出去。',
  address: '在什么地方',
  addressHint: '已按扫的码填好。不对可以改，写上门牌更好找',
  contact: '怎么联系您',
  contactLine: (name: string, phone: string) => [name, phone].filter(Boolean).join(' · '),
  name: '怎么称呼',
  phone: '电话',
  phoneNeeded: '这项服务要上门，得有个电话',
  phoneOptional: '留了好联系您，不留也能办',
  change: '改一改',
  optional: '（可不选）',
  submit: { order: '提交，请人来办', report: '提交问题', advice: '提交' },
  again: '再发一次',
  found: '上次没写完的还在，接着写就行。',
  refused: (words: string) => `刚才没发成：${words}。写的都在，改好再提交。`,
  startOver: '清空重写',
  kept: '已存好，等待发送',
  unsent: '没有收到回音，可能还没发出去。内容已存在手机里，等网络恢复再发，不会重复。',
  unsentShort: '网络不通，内容已存好，等网络恢复再发',
  arrivedBefore: '刚才那次其实已经收到了。要改动，请到“办件”里点开它，用“补充说明”。',
  toTickets: '去办件',
  photosLeft: {
    title: '有照片没传好',
    words: '文字先提交，照片可以过后在“补充说明”里补。',
    yes: '先发文字',
  },
  gone: '这项服务已下架',
  goneLine: '请回到菜单重新选一项。',
  toMenu: '去菜单',
  needPlace: '还不知道是什么地方',
  missing: {
    answer: (ask: string) => `请先回答：${ask}`,
    address: '请写明地点',
    place: '请先扫一扫墙上的码',
    // as the cloud says them
    ANSWER_MISSING: '还有一个问题没有回答',
    ANSWER_INVALID: '有一个回答不在选项里，请重新选',
    CALL_EMERGENCY: '这是紧急情况，请先拨打 110、119 或 120',
    PHONE_REQUIRED: '这项服务要上门，请留一个电话',
    WORDS_REQUIRED: '请写一句话，或者拍张照，我们好知道是什么事',
  },
} as const;

/** Filing for somebody else. */
export const BEHALF = {
  title: '替别人报',
  line: '老人、邻居没有手机',
  close: '是我自己的事',
  judges: '办好后我们去问本人，好不好由本人说。',
  name: '本人姓名',
  callback: '怎么问本人',
  byPhone: '打电话',
  atTheDoor: '上门',
  phone: '本人电话',
  phoneNeeded: '办好后打这个电话问本人',
  consent: '本人同意我代报',
  missing: {
    name: '请写明是替谁报的，好去问本人',
    callback: '请选一选怎么问本人：打电话，还是上门',
    phone: '要打电话问本人，请留本人的电话；没有电话就选“上门”',
    consent: '请先问过本人，同意了再替他报',
  },
} as const;

/** Before one more report of the same thing is sent. */
export const SIMILAR = {
  title: '附近有人报过同样的事',
  mine: {
    line: '是同一件就点“我也是”，跟着一起办，办好了一样请您评。',
    same: '我也是',
    /** What is sent when nothing was typed. */
    words: '我也遇到同样的问题',
  },
  /** Filed for somebody else, who judges. */
  theirs: {
    line: '是同一件就点“是同一件”，跟着一起办，办好了我们去问本人好不好。',
    same: '是同一件',
    words: '本人也遇到同样的问题',
  },
  other: '不是同一件，继续提交',
  facts: ({ when, stateWords, people }: { when: string; stateWords: string; people: number }) =>
    `${when} · ${stateWords} · 共 ${people} 位`,
} as const;

/** When an answer says that somebody is in danger. */
export const EMERGENCY = {
  title: '先打电话，别等',
  after: '打完电话，如果还要人来办，请改选上面的答案。',
  /** When the words themselves speak of danger: the sentence, by the number to call. */
  said: {
    '119': (words: string) => `您写到“${words}”。人先离开危险的地方，再打 119。`,
    '120': (words: string) => `您写到“${words}”。请先打 120，说清在哪儿，让身边的人守着。`,
    '110': (words: string) => `您写到“${words}”。先躲开，保护好自己，再打 110。`,
  },
  afterSaid: '写的话都还在。打完电话，或者没有危险，可以接着写。',
  goOn: '打过了，接着写',
  calls: [
    { number: '120', word: '120 急救' },
    { number: '119', word: '119 火警' },
    { number: '110', word: '110 报警' },
  ],
} as const;
