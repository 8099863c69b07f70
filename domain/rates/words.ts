/** The rates in words: what each is, and what stands beside it. */
import type { RateId } from './rates';
import { LEAST, type Shared, shareOf, type Tally } from './tally';

export const RATE_WORDS: Readonly<Record<RateId, { readonly title: string; readonly meaning: string }>> = {
  response: { title: '响应率', meaning: '在时限内先行联系到居民的，占已经联系或超过办理时限仍未联系的派单' },
  sign: { title: '及时签收率', meaning: '在时限内签收的，占已经签收或超过时限仍未签收的派单' },
  onTime: {
    title: '按时办结率',
    meaning: '在时限内给出结果的，占已有结果或已超时限的；没办完的超时件也算在内',
  },
  solved: { title: '解决率', meaning: '居民说解决了的（部分解决算半件），占回答了的居民' },
  satisfied: { title: '满意率', meaning: '非常满意、满意、基本满意，占打了分的；未评价和未联系上不算进来' },
  callback: { title: '回访率', meaning: '听到居民意见的（小程序里评价或电话回访），占应当回访的办理结果' },
  firstTime: { title: '一次办结率', meaning: '没有退单、没有返工就办结的，占首次办结的' },
  returned: { title: '退单率', meaning: '被退回的，占已经接办或退回的派单' },
  rework: { title: '重办率', meaning: '居民不认可或要求重新办的，占已有结论的办理结果' },
  extended: { title: '延期率', meaning: '批准了延期的，占批准了延期、已有结果或已超时限的' },
  paused: {
    title: '挂起占比',
    meaning: '挂起的时间，占这件事在单位手上的时间；办出结果或转走时才算，核查和挂账的时间两边都不算',
  },
};

/** Higher is worse: said in words, so that nobody reads a bar the wrong way. */
export const LOWER_IS_BETTER: readonly RateId[] = ['returned', 'rework', 'extended', 'paused'];

const REASON_WORDS: Readonly<Record<string, string>> = {
  handed_on: '中途转给别的单位',
  withdrawn: '居民撤回',
  not_accepted: '不予受理',
  out_of_power: '超出权限',
  merged: '并入另一件',
  long_term: '挂账另行跟踪',
  unfounded: '返工核实后，两人确认已办到位',
};

/** 84 %; never 100 % or 0 % by rounding. Null below the least number. */
export function sayShare(tally: Shared): string | null {
  const share = shareOf(tally);
  if (share === null) return null;
  const rounded = Math.round(share * 100);
  if (rounded === 100 && share < 1) return '99 %';
  return rounded === 0 && share > 0 ? '1 %' : `${rounded} %`;
}

/** 43/51; 12.5/20 where halves count; 36/420 小时 for a share of time. */
export const sayFraction = ({ numerator, denominator, cases }: Shared): string =>
  cases ? `${hours(numerator)}/${hours(denominator)} 小时` : `${numerator}/${denominator}`;

export const TOO_FEW = `不足 ${LEAST} 件，不算率`;

/** What stands beside a rate, one phrase each: halves, silence that counts, and what is left out and why. */
export function sayBeside(rate: RateId, tally: Tally): string[] {
  const { partly, cases, waited, notAsked, notReached, notAnswered, excluded } = tally;
  const unreached = count('未联系上', notReached);
  const silent = count(rate === 'solved' ? '没有回答' : '未评价', notAnswered);
  const inside = rate === 'response' || rate === 'callback' ? [...unreached, ...silent] : [];
  const outside = [
    ...(inside.length > 0 ? [] : [...unreached, ...silent]),
    ...count('没有问到', notAsked),
    ...Object.keys(excluded)
      .sort()
      .flatMap((reason) => count(REASON_WORDS[reason] ?? `其他（${reason}）`, excluded[reason] ?? 0)),
  ];
  return [
    ...(cases > 0 ? [`共 ${cases} 件的时间`] : []),
    ...(waited > 0 ? [`另有 ${hours(waited)} 小时在等居民补充，不算挂起`] : []),
    ...(partly > 0 ? [`部分解决 ${partly} 件，各算半件`] : []),
    ...(inside.length > 0 ? [`算在分母里：${inside.join('、')}`] : []),
    ...(outside.length > 0 ? [`不算：${outside.join('、')}`] : []),
  ];
}

const count = (words: string, cases: number): string[] => (cases > 0 ? [`${words} ${cases} 件`] : []);
/** Whole hours from ten on, below with one decimal. */
const hours = (ms: number): number => {
  const exact = ms / 3_600_000;
  return exact < 10 ? Math.round(exact * 10) / 10 : Math.round(exact);
};
