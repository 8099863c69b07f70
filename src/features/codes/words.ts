/** Words of the codes on the wall. */
export const CODES = {
  back: '我的',
  title: '打印一码办',
  choose: '哪个村？',
  count: (village: string, count: number) => `${village} ${count} 个码`,
  sheets: (count: number) => `A4 纸 ${Math.ceil(count / 8)} 张，每张八个，沿虚线剪开`,
  print: '打印',
  printHint: '打印时选 A4、不缩放。贴在楼道口、村部、广场，离地一米四左右。',
  onPhone: '要打印，请在电脑浏览器里打开这一页。点一个码，可以当面给人扫。',
  emptyTitle: '这个村还没有码',
  emptyLine: '码由管理员随网格一起建立。',
  mark: '一码办',
  scan: '微信扫一扫，点单、报事',
  urgent: '急事先打 110 119 120',
  /** For who cannot scan. */
  typed: (code: string) => `核对码 ${code}`,
  show: '请对方扫这个码',
  spoken: (name: string) => `${name}的码`,
} as const;
