import type { TicketRow } from '@/contract';
import { Section } from '@/src/ui';
import { routeOrder } from './route-order';
import type { Day } from './use-day';
import { DAY } from './words';
import { type Cards, WorkCards } from './work-groups';

/** The way round, with how far it is from one to the next. */
export function WorkRoute({ rows, day, ...card }: Cards & { rows: readonly TicketRow[]; day: Day }) {
  return (
    <Section title={DAY.route} count={rows.length}>
      {routeOrder(rows, day.from).map(({ row, metres }) => (
        <WorkCards
          key={row.id}
          rows={[row]}
          {...card}
          where={metres === null ? (row.at ? undefined : DAY.noPoint) : DAY.on(DAY.metres(metres))}
        />
      ))}
    </Section>
  );
}
