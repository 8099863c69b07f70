import type { TicketRow } from '@/contract';
import { Section } from '@/src/ui';
import { routeOrder } from './route-order';
import { type Day, stepOf } from './use-day';
import { DAY } from './words';
import { type Cards, WorkCards, WorkGroups } from './work-groups';

/** The way round what is to be done, with how far it is from one to the next; what waits for others stands below. */
export function WorkRoute({ rows, day, ...card }: Cards & { rows: readonly TicketRow[]; day: Day }) {
  const toDo = rows.filter((row) => stepOf(row));
  return (
    <>
      <Section title={DAY.route} count={toDo.length}>
        {routeOrder(toDo, day.from).map(({ row, metres }) => (
          <WorkCards
            key={row.id}
            rows={[row]}
            {...card}
            where={metres === null ? (row.at ? undefined : DAY.noPoint) : DAY.on(metres)}
          />
        ))}
      </Section>
      <WorkGroups rows={rows.filter((row) => !stepOf(row))} {...card} />
    </>
  );
}
