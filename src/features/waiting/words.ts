/** Words of what waits on this phone to be sent. */
export const WAITING = {
  chip: '等待发送',
  refused: '没发成',
  title: '等待发送',
  say: '存在手机里，有网就自己发，不会丢，也不会重复。',
  trying: '正在发…',
  missing: (photos: number, voices: number) =>
    [photos > 0 && `${photos} 张照片`, voices > 0 && `${voices} 段语音`]
      .filter(Boolean)
      .join('、')
      .concat('还没传上'),
  now: '现在发',
  wordsFirst: '先发文字',
  wordsFirstAsk: {
    title: '先发文字？',
    words: '没传上的照片和语音不发了，过后可以在“补充说明”里补。',
    yes: '先发文字',
  },
  correct: '改一改再发',
  asNote: '写成补充说明',
  again: '再发一次',
  giveUp: '不发了',
  giveUpAsk: { title: '不发了？', words: '写的和拍的都会删掉，找不回来。', yes: '不发了' },
  arrived: '刚才那次其实已经收到了，在“办件”里看得到。',
  seen: '知道了',
  look: '去看看',
  question: '有一步没发成，要您看一看',
  count: (count: number) => `${count} 步等待发送，有网自动发`,
  filedTitle: '已存在手机里，等待发送',
  filedLine: '还没发出去，您可以先去忙；办理时间从收到算起。',
  toTickets: '去我的办件',
} as const;
