/** Words of the menu. */
export const MENU = {
  search: '想办什么事？写两个字',
  titles: { order: '点一项服务', report: '报一个问题', advice: '咨询和建议' },
  kinds: { order: '服务', report: '报问题', advice: '咨询建议' },
  noneTitle: (typed: string) => `没有找到“${typed}”`,
  noneLine: '不用管归谁管，写下来，我们来找人办。',
  noneAction: '写下来，报“其他问题”',
  askWorker: (name: string) => `打电话问网格员${name}`,
  noneOfThese: '都不是？',
  unsure: '不知道选哪一项？',
  maybe: '是不是这一项？',
  maybeKeeps: '是不是这一项？点一下换过去，写的话还在',
  /** Which of the person's words speak for an offer. */
  maybeWhy: (why: readonly string[]) => `您写到“${why.join('”“')}”`,
  otherLine: '写一句话或拍张照，我们来找人办',
} as const;

/** The home page's quick row: a service, and the words people say for it. A test holds it against the menu. */
export const FREQUENT = [
  { service: 'plumbing', icon: 'wrench', word: '修水电' },
  { service: 'doctor', icon: 'heart', word: '看医生' },
  { service: 'legal-advice', icon: 'scale', word: '问法律' },
  { service: 'mediation', icon: 'talk', word: '找调解' },
] as const;

/** Where words fit no other service, and where complaints go. */
export const OTHER = 'other';
export const COMPLAIN = 'complain';
