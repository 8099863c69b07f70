/**
 * Danger in a resident's own words: what must be answered with a number to call before anything else. A help, not a
 * guard: it may miss and may cry wolf, so it is shown above the form and stops nothing. Counted in `docs/suggest.md`.
 */

export type EmergencyNumber = '110' | '119' | '120';

export interface Emergency {
  readonly number: EmergencyNumber;
  /** The words that say so, as they were written. */
  readonly words: string;
}

/** What is danger now, by the number that answers it. A clause that says one of these speaks of danger. */
const DANGERS: readonly (readonly [EmergencyNumber, RegExp])[] = [
  [
    '119',
    /着(了|大|起)?火|起火|失火|救火|(发生|有|是)火灾|火灾了|火烧|冒火|火苗|火星|大火|冒(起|着|出)?(浓|大)烟|(屋|房|楼|家|别墅|车|电)[^厂囱]{0,6}冒(了|着|出)?(浓|黑|大)?烟|(柴|垛|屋|房|棚|林|草|车)(子|里|都|也)?(着|烧)(起来|了)/,
  ],
  [
    '119',
    /(煤气|燃气|天然气|液化气|瓦斯|煤汽)(罐|管|管道|灶)?里?(的|有|有股)?(味|泄漏|泄露|漏|跑气)|(气罐|液化气|煤气|燃气|天然气).{0,5}漏/,
  ],
  ['119', /(要|会|快|发生|气罐|突然)爆炸|爆炸了/],
  [
    '119',
    /(人|孩|娃|爹|娘|妈|爸|爷|奶|老头|老太|学生|儿子|闺女).{0,4}(落水|溺水|(掉|卡|陷).{0,4}(河|井|水|沟|坑|塘|湾|粪池))|^(落水|溺水)|(落水|溺水)了|淹(着|了|死)?人|沉下去了/,
  ],
  ['119', /困(在|住)|被困|困人|被埋|埋(住|着|了)人|电梯.{0,8}(关在|卡在|关着)/],
  ['119', /(房|屋|楼|墙|棚|山).{0,4}(塌了|要塌|快塌|倒了)|(塌|倒).{0,4}(压|砸|埋)(着|住|了)/],
  ['120', /触电|(被|让|叫)电(打|着|到|击)|[电打](着|倒)人|电线.{0,6}(打|电|砸)着|过电了/],
  [
    '120',
    /晕(倒|过去)|昏(倒|迷|过去|死)|不省人事|叫不醒|没(有)?(反应|知觉|意识)|不会动了|动弹不得|(没|没有|没了|停止|停)(呼吸|心跳|脉)|休克|猝死|倒(在)?地.{0,3}(不动|不起|抽)/,
  ],
  [
    '120',
    /喘不(上|过|动)来气|喘不上气|喘不过气来|上不来气|胸口?.{0,3}(疼|痛|闷得)|心口.{0,2}(疼|痛)|心脏病犯|犯心脏病|心梗了|中风了/,
  ],
  [
    '120',
    /抽搐|抽风了|口吐白沫|嘴.{0,4}歪|说话不清|说不出话|割(了)?(手)?腕|割脉|半边身.{0,3}麻|手脚发麻|吐血|大出血|(流|出)血不止|血止不住/,
  ],
  [
    '120',
    /(人|爹|娘|妈|爸|爷|奶|孩|娃|老头|老太太?)从.{0,6}(掉|摔|滚)下来|误吞|烫(着|伤)|开水.{0,3}烫|(摔|跌|绊).{0,6}(起不来|不能动|动不了|昏|流血)|(噎|呛)(住|着)|(喉|嗓|气管).{0,4}卡|卡.{0,3}(喉|嗓|气管)/,
  ],
  [
    '120',
    /中毒|(喝|吃|服|灌|误食).{0,2}(农药|毒药|除草剂|消毒液|安眠药|老鼠药|百草枯)|(蛇|马蜂).{0,3}(咬|蜇)/,
  ],
  [
    '120',
    /车祸|撞(着|了|倒|伤|死|飞)?(个)?(人|老人|孩子)|把.{0,4}(撞|轧)(飞|倒|伤|死|了)|(被|让|叫).{0,4}车.{0,2}(撞|轧|压)(了|着|倒|伤)|要生了|羊水破|快生了/,
  ],
  [
    '110',
    /(持|拿|提|挥|动|掏|举)(着|了|起|出)?.{0,2}刀|砍(人|伤|死|我|俺|他|她)|捅(人|伤|死|我|了)|(要|想)(砍|捅|杀)(?!树|柴|价|猪|鸡|羊|虫)|杀人|行凶|(弄|整|打)死(我|俺|你|他|她)|(一直|正在|在)砸门/,
  ],
  [
    '110',
    /打架|打起来|打群架|斗殴|动手(打|了)|(正在|还在|在)打人|打人了|(打|揍)(我|俺|她|老婆|媳妇|老人)|家暴/,
  ],
  [
    '110',
    /抢(劫|钱|包|东西)|(进|来|有|抓|遭)(了)?(贼|小偷)|小偷在|(正在|在|有人)(偷|撬)|入室|(翻墙|撬门|翻窗).{0,3}进|被绑架|(尾随|跟踪)我|强奸|猥亵/,
  ],
  [
    '110',
    /(孩子|娃|小孩|老人|老头|老太太?|爹|娘|妈|爸|奶奶|爷爷|孙子|孙女).{0,7}(丢了|不见了|失踪|走失|走丢|找不(着|到))|拐(走|卖)|人贩子/,
  ],
  [
    '110',
    /跳(楼(?!机|价)|河|井|桥)|楼.{0,6}(往下|要)跳|上吊|割腕|自杀|轻生|寻短见|不想活|活不下去|(我|俺)想死(?!的心)/,
  ],
];

/** Right before the danger: denied, feared, guarded against, or only likely in general. */
const DENIED =
  /(没(?!救|法|办法|命)|无(?!法)|不是|并非|闻不|未(?!成年)|别(?!墅|人|的)|防(?!盗)|避免|以免|省得|怕|担心|容易|差一?点|将会|可能会|有可能|引发|会不会|预防|早晚|打听|想学|学习|演练|宣传|培训).{0,6}$/;
/** Anywhere before it, unless the present comes back in between: past, supposed, told of others. */
const ELSEWHERE =
  /(去年|前年|上次|上回|上个?月|上周|上星期|以前|曾|从前|当年|小时候|早先|之前|原来|往年|[年月周天]前|万一|如果|要是|假如|一旦|一但|经常|时常|常常|有时|多次|几次|总是|总说|频繁|屡次|听说|据说|新闻|电视|电影|网上|视频里)(?!.*(现在|又|正在|还在|刚))/;
/** After it: over, once, or a thing that is called so. */
const OVER =
  /^的?(过(?!去)|事|那|以后|之后|后(?![面院边头])|保险|险|演|宣传|培训|知识|讲座|预防|报警器|手环|怎么(防|办理)|后遗症)|隐患|事件|现象|时有|灭了|扑灭|灭掉|没事了|散了|闻不(到|着)/;
/** Words that only look like danger or like a denial. They are taken out first. */
const HARMLESS =
  /[打点]不着火?|不着火|着火[车点]|偷偷|进入室|慢性中毒|灭火器?|恐怕|哪怕|防溺水|(忙|累)得?.{0,3}喘不过气|(孩子|娃|老人)丢了(书包|手机|钥匙|钱|身份证|卡)/g;

/** Who is in danger writes little. In longer texts, what comes after so many characters is told, unless … */
const TOLD_AFTER = 80;
/** … its clause says that it is now. */
const NOW = /现在|正在|刚|快来|救命|马上|还在/;

/**
 * The first danger that the words speak of as present, or null. Clause by clause, so that a danger denied, remembered
 * or feared in one does not speak for the next. Pure.
 */
export function emergencyIn(words: string): Emergency | null {
  let passed = 0;
  for (const clause of words.replace(/[ \t\u3000]+/g, '').split(/[^A-Za-z0-9\u3400-\u9fff]+/)) {
    const told = passed > TOLD_AFTER && !NOW.test(clause);
    passed += clause.length;
    const found = told ? null : dangerOf(clause.replace(HARMLESS, ''));
    if (found) return found;
  }
  return null;
}

/** The danger that stands first in one clause. */
function dangerOf(clause: string): Emergency | null {
  let first: Emergency | null = null;
  let at = clause.length;
  for (const [number, danger] of DANGERS) {
    const hit = danger.exec(clause);
    if (!hit || hit.index >= at) continue;
    const before = clause.slice(0, hit.index);
    const after = clause.slice(hit.index + hit[0].length);
    if (DENIED.test(before) || ELSEWHERE.test(before) || OVER.test(after)) continue;
    first = { number, words: hit[0] };
    at = hit.index;
  }
  return first;
}
