/** Names of people who do not exist. Common surnames of Shandong and given names of three generations, dealt at random. */
import type { Random } from './random';

const SURNAMES = [
  ...'王李张刘王李张刘陈杨赵孙高孟宋马袁韩于郑曹崔徐胡吕冯焦董靳翟牛苏魏许田谭任柏滕景逯'.split(''),
];
const OLDER = [
  ...'德福 传林 秀兰 桂英 玉珍 培义 克勤 凤英 长河 明义 淑芳 兆祥 广田 爱莲 庆云 宝山 素梅 延年 桂花 茂盛 守业 春荣 秋菊 振东 立柱 翠平'.split(
    ' ',
  ),
];
const YOUNGER = [
  ...'建军 海燕 志强 红梅 丽娟 卫东 新民 晓东 文静 永刚 艳红 洪亮 国栋 春霞 爱华 学文 东升 玉玲 宏伟 立新 金凤 维新 淑敏 光辉 敬东 云鹏 美玲 宗涛 延军 汝梅'.split(
    ' ',
  ),
];
const YOUNGEST = [
  ...'佳宁 浩然 雨桐 子涵 晨 静 凯 婷婷 振宇 鑫 梦琪 一鸣 文博 倩 超 思远 悦 亚楠 嘉诚 晓彤 泽宇 璐'.split(
    ' ',
  ),
];

export type Namer = ReturnType<typeof namer>;

/** Deals names that nobody in this world has yet. `taken` are the names that are written by hand. */
export function namer(random: Random, taken: readonly string[]) {
  const used = new Set(taken);
  const deal = (given: readonly string[]): string => {
    for (;;) {
      const name = random.pick(SURNAMES) + random.pick(given);
      if (used.has(name)) continue;
      used.add(name);
      return name;
    }
  };
  return {
    elder: () => deal(OLDER),
    grown: () => deal(YOUNGER),
    young: () => deal(YOUNGEST),
    anybody: () => deal(random.pick([OLDER, YOUNGER, YOUNGER, YOUNGEST])),
  };
}
