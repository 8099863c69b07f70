/** Words about where one is: the code on the wall, the person who answers for the place. */
export const PLACE = {
  scanTitle: '先扫一扫墙上的“一码办”',
  scanLine: '码贴在楼道口、村口和党群服务中心。扫了就知道您在哪儿、归谁管，不用填地址。',
  scan: '扫一扫',
  browserHint: '请用微信“扫一扫”扫墙上的码。用电脑的，把码里的网址粘到上面也行。',
  paste: '码里的网址',
  pasteGo: '打开这个地方',
  pasteWrong: '这里面没有一码办的码，请重新复制',
  noCode: '这个码不是一码办的码，请扫墙上贴的那一个',
  unknown: '没有认出这个码，请扫楼道或村部墙上的一码办',
  scanAgain: '重新扫码',
  here: '现在的位置',
  change: '换个地方',
  reading: '正在认这个码…',
  worker: '您的网格员',
  nobody: '今天没有网格员当班，急事请打 12345',
  households: (count: number) => `${count} 户`,
} as const;
