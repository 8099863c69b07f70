/** Words of binding a work identity. */
export const BIND = {
  back: '我的',
  title: '绑定工作身份',
  line: '站长给您的邀请码是 8 位字母和数字，只能用一次。绑定后，用这个微信就能签收、办理。',
  code: '邀请码',
  placeholder: '如 7KQ4-M2XA',
  hint: '不分大小写，横线可以不输',
  short: (count: number) => `邀请码是 8 位，现在是 ${count} 位`,
  send: '绑定',
  where: '没有邀请码？请打电话给您的站长，他在后台给您发一个。',
  done: (name: string) => `绑定好了，${name}`,
  already: (name: string) => `您已经绑定为 ${name}`,
  alreadyLine: '一个微信只绑定一个工作身份。换了岗位不用重新绑定，名册改了这里就跟着改。',
  toWork: '去待办',
} as const;
