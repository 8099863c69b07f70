/** The rates of a period: of the whole area, or of one unit, one service, or both. */
import type { Input, Outputs } from '@/contract';
import { call, type Screen, serverNow, session, useLoaded, usePulled } from '@/src/platform';
import { type PeriodName, periodOf } from './periods';

export type RatesRead = Outputs['rates.read'] & Pick<Input<'rates.read'>, 'from' | 'to'>;

/** What is looked at; null is everything. */
export interface Chosen {
  readonly unit: string | null;
  readonly service: string | null;
}

export function useRates(period: PeriodName, { unit, service }: Chosen): Screen<RatesRead> {
  const { screen, reload } = useLoaded(async () => {
    // which week it is the cloud's clock says, known with its first answer; a phone's may be days off
    await session();
    const days = periodOf(period, serverNow());
    const only = { ...(unit === null ? {} : { unit }), ...(service === null ? {} : { service }) };
    return { ...(await call('rates.read', { ...days, ...only })), ...days };
  }, [period, unit, service]);
  usePulled(reload);
  return screen;
}
