/** Draws every flow's table into `docs/flows.md`: `npm run draw`. A test keeps the page equal to the tables. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Row } from '@/domain/flow/flow';
import { LIFECYCLE, STATES } from '@/domain/ticket/lifecycle';
import { LIMITS } from '@/domain/ticket/limits';
import { MOVE_LABELS, STAFF_STATE_WORDS, URGENCY_WORDS } from '@/domain/ticket/words';
import { sayLimit } from '@/domain/time/words';

export const FLOWS_PAGE = path.resolve(__dirname, '../docs/flows.md');

const CLOCK_MOVES: Readonly<Record<string, string>> = {
  expire: '五天没有回答',
  holdEnds: '暂缓到期',
  close: '七天没有评价',
  remind: '签收时限到',
  nudge: '用了 75 %',
  slip: '时限到，发提醒单',
  recompute: '新的放假安排',
};

/** The page as it must be. */
export function drawFlows(): string {
  const rows = Object.entries(LIFECYCLE) as [keyof typeof LIFECYCLE, Row<string, string, string>][];
  const label = (move: keyof typeof LIFECYCLE) => MOVE_LABELS[move] ?? CLOCK_MOVES[move] ?? move;
  const arrows = rows.flatMap(([move, { from, to }]) =>
    from.flatMap((start) =>
      to
        .filter((end) => end !== start && (from.length === 1 || to.length === 1))
        .map((end) => `  ${start} --> ${end}: ${label(move)}`),
    ),
  );
  return `# Flows

Drawn from the tables in \`domain/\` by \`npm run draw\`; do not edit by hand.

## Ticket 工单

\`\`\`mermaid
stateDiagram-v2
${STATES.map((state) => `  ${state}: ${STAFF_STATE_WORDS[state]}`).join('\n')}
  [*] --> submitted: 提交
${arrows.join('\n')}
  closed --> [*]
  withdrawn --> [*]
\`\`\`

Moves that stay where they are (a note, a nudge, a slip) are in the table only.

| move | button | from | to | by | needs |
|---|---|---|---|---|---|
${rows.map(([move, { from, to, by, needs }]) => `| ${move} | ${label(move)} | ${from.join(' ')} | ${to.join(' ')} | ${by.join(' ')} | ${needs.join(' ') || '–'} |`).join('\n')}

## Limits 时限

| urgency | sign 签收 | first contact 先行联系 | result 办结 |
|---|---|---|---|
${Object.entries(LIMITS)
  .map(
    ([urgency, limits]) =>
      `| ${urgency} ${URGENCY_WORDS[urgency as keyof typeof LIMITS]} | ${sayLimit(limits.sign)} | ${sayLimit(limits.contact)} | ${sayLimit(limits.resolve)} |`,
  )
  .join('\n')}
`;
}

if (require.main === module) writeFileSync(FLOWS_PAGE, drawFlows());
