/** The rates of a period, of the whole area or of one unit. */
import type { Input, Outputs } from '@/contract';
import { call, type Screen, serverNow, useLoaded, usePulled } from '@/src/platform';
import { type PeriodName, periodOf } from './periods';

export type RatesRead = Outputs['rates.read'] & Pick<Input<'rates.read'>, 'from' | 'to'>;

export function useRates(period: PeriodName, unit: string | null): Screen<RatesRead> {
  const { screen, reload } = useLoaded(async () => {
    const days = periodOf(period, serverNow());
    return { ...(await call('rates.read', unit === null ? days : { ...days, unit })), ...days };
  }, [period, unit]);
  usePulled(reload);
  return screen;
}
