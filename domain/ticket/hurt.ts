/**
 * Whether somebody may be hurt or in danger: then a report stands by itself until a person has read it. No program lets
 * it follow another, and none lets another follow it. Meant to cry wolf: what it takes for danger wrongly costs a glance
 * of the desk, which merges by hand; what it misses is a child that nobody comes for. So it is far wider than
 * `emergencyIn`, which decides what a resident is shown.
 */
import { emergencyIn } from '../catalogue/emergency';
import type { Ticket } from './ticket';

type Told = Pick<Ticket, 'urgency' | 'text' | 'answers'>;

/** Whoever may be hurt … */
const SOMEBODY =
  '人|孩|娃|童|婴|宝宝|学生|儿子|女儿|闺女|孙|爷|奶|姥|外公|外婆|爸|妈|爹|娘|叔|婶|伯|阿姨|大爷|大妈|老头|老太|老伴|丈夫|妻|媳妇|孕妇|邻居|师傅|我|俺|他|她|车上|楼上的';
/** … by something that happens to them. */
const HAPPENS =
  '电|摔|跌|绊|滑|掉|坠|卡|困|夹|咬|抓|烫|烧|压|砸|撞|轧|割|划|扎|淹|呛|噎|昏|晕|倒|吐|抽|打|麻|哭|叫|喊';
const HURT = new RegExp(
  [
    `(?:${SOMEBODY}).{0,12}(?:${HAPPENS})`,
    `(?:被|让|给|挨).{0,6}(?:${HAPPENS})(?:了|着|到|伤|倒|死|一)`,
    '[电咬烫烧压砸撞轧割划扎摔跌淹][着到伤死]|电了一?下|触电|漏电|跑电|带电|电线.{0,6}(?:掉|断|垂|露|落)|火花',
    '伤|血|疼|痛|骨折|昏|晕|休克|抽搐|没呼吸|喘不|溺|落水|中毒|毒气|煤气|燃气|天然气|液化气|沼气',
    '着火|起火|失火|火灾|冒烟|浓烟|爆炸|坍|塌|要倒|快倒|垮|坠落|高空抛物',
    '困(?:了|着|在|住|人)|关在里|救命|救人|救救|快来|急救|医院|送医|住院|抢救|出事|出人命|人命|要命|没命|危险|害怕|吓',
    '(?<![堵卡锁憋关焊冻])死(?!角|板|活|机|胡同)|自杀|轻生|跳楼|失踪|走丢|走失|持刀|打架|家暴',
  ].join('|'),
);
/** What was said and not written: nobody has heard it. */
const UNHEARD = /（语音 \d+ 秒）/;

/** A danger by its urgency, by its words or answers, or by what stands in a voice note that nobody has heard. */
export function mayHurt({ urgency, text, answers }: Told): boolean {
  if (urgency === 'L1' || urgency === 'L2') return true;
  const words = [text, ...answers.map(({ answer }) => answer)];
  return words.some(
    (each) =>
      UNHEARD.test(each) || emergencyIn(each) !== null || HURT.test(each.replace(/[\s\p{P}\p{S}]/gu, '')),
  );
}
