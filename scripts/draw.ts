/** Draws every flow's table into `docs/flows.md`: `npm run draw`. A test keeps the page equal to the tables. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import * as activity from '@/domain/activity/lifecycle';
import * as activityWords from '@/domain/activity/words';
import type { Row } from '@/domain/flow/flow';
import * as honour from '@/domain/honour/honour';
import * as honourWords from '@/domain/honour/words';
import * as conduct from '@/domain/points/conduct';
import * as returns from '@/domain/points/returns';
import * as pointsWords from '@/domain/points/words';
import * as part from '@/domain/record/lifecycle';
import * as partWords from '@/domain/record/words';
import * as ticket from '@/domain/ticket/lifecycle';
import { LIMITS } from '@/domain/ticket/limits';
import * as ticketWords from '@/domain/ticket/words';
import { sayLimit, saySpan } from '@/domain/time/words';
import { KINDS } from '@/domain/wish/kinds';
import * as wish from '@/domain/wish/lifecycle';
import * as wishWords from '@/domain/wish/words';

export const FLOWS_PAGE = path.resolve(__dirname, '../docs/flows.md');

/** A flow as it is drawn. */
interface Drawn {
  readonly title: string;
  readonly table: Readonly<Record<string, Row<string, string, string>>>;
  readonly states: readonly string[];
  readonly stateWords: Readonly<Record<string, string>>;
  readonly labels: Readonly<Partial<Record<string, string>>>;
  /** What the clock's own moves are called, which have no button. */
  readonly clockMoves: Readonly<Record<string, string>>;
  /** How it begins, and where it ends. */
  readonly first: readonly [state: string, words: string];
  readonly last: readonly string[];
}

const FLOWS: readonly Drawn[] = [
  {
    title: 'Ticket 工单',
    table: ticket.LIFECYCLE,
    states: ticket.STATES,
    stateWords: ticketWords.STAFF_STATE_WORDS,
    labels: ticketWords.MOVE_LABELS,
    clockMoves: {
      expire: '五天没有回答',
      holdEnds: '暂缓到期',
      close: '七天没有评价',
      remind: '签收时限到',
      nudge: '用了 75 %',
      slip: '时限到，发提醒单',
      recompute: '新的放假安排',
    },
    first: ['submitted', '提交'],
    last: ['closed', 'withdrawn'],
  },
  {
    title: 'Wish 微心愿',
    table: wish.LIFECYCLE,
    states: wish.STATES,
    stateWords: wishWords.STATE_WORDS,
    labels: wishWords.MOVE_LABELS,
    clockMoves: { release: '认领到期', lapse: '十天没有确认', remind: '提醒' },
    first: ['posted', '许愿'],
    last: ['thanked', 'refused', 'withdrawn', 'became'],
  },
  {
    title: 'Activity 活动',
    table: activity.ACTIVITY,
    states: activity.ACTIVITY_STATES,
    stateWords: activityWords.ACTIVITY_STATE_WORDS,
    labels: activityWords.ACTIVITY_MOVE_WORDS,
    clockMoves: {},
    first: ['draft', '写草稿'],
    last: ['ended', 'cancelled'],
  },
  {
    title: 'Participation 参加',
    table: part.PARTICIPATION,
    states: part.PARTICIPATION_STATES,
    stateWords: partWords.PARTICIPATION_STATE_WORDS,
    labels: partWords.PARTICIPATION_MOVE_WORDS,
    clockMoves: {},
    first: ['seated', '报名'],
    last: ['done', 'absent', 'left', 'void', 'erased'],
  },
  {
    title: 'Return 兑换',
    table: returns.RETURNS,
    states: returns.RETURN_STATES,
    stateWords: pointsWords.RETURN_STATE_WORDS,
    labels: pointsWords.RETURN_MOVE_WORDS,
    clockMoves: {},
    first: ['booked', '换一份'],
    last: ['handed', 'cancelled'],
  },
  {
    title: 'Conduct 记录核查',
    table: conduct.CONDUCT,
    states: conduct.CONDUCT_STATES,
    stateWords: pointsWords.CONDUCT_STATE_WORDS,
    labels: pointsWords.CONDUCT_MOVE_WORDS,
    clockMoves: {},
    first: ['raised', '提出'],
    last: ['dismissed', 'withdrawn', 'final', 'overturned'],
  },
  {
    title: 'Honour 荣誉',
    table: honour.HONOUR,
    states: honour.HONOUR_STATES,
    stateWords: honourWords.HONOUR_STATE_WORDS,
    labels: honourWords.HONOUR_MOVE_WORDS,
    clockMoves: {},
    first: ['nominating', '发布评选'],
    last: ['granted', 'dropped'],
  },
];

function draw({ title, table, states, stateWords, labels, clockMoves, first, last }: Drawn): string {
  const rows = Object.entries(table);
  const label = (move: string) => labels[move] ?? clockMoves[move] ?? move;
  const arrows = rows.flatMap(([move, { from, to }]) =>
    from.flatMap((start) =>
      to
        .filter((end) => end !== start && (from.length === 1 || to.length === 1))
        .map((end) => `  ${start} --> ${end}: ${label(move)}`),
    ),
  );
  return `## ${title}

\`\`\`mermaid
stateDiagram-v2
${states.map((state) => `  ${state}: ${stateWords[state]}`).join('\n')}
  [*] --> ${first.join(': ')}
${arrows.join('\n')}
${last.map((state) => `  ${state} --> [*]`).join('\n')}
\`\`\`

Moves that stay where they are (a note, a nudge, a slip) are in the table only.

| move | button | from | to | by | needs |
|---|---|---|---|---|---|
${rows.map(([move, { from, to, by, needs }]) => `| ${move} | ${label(move)} | ${from.join(' ')} | ${to.join(' ')} | ${by.join(' ')} | ${needs.join(' ') || '–'} |`).join('\n')}
`;
}

/** The page as it must be. */
export function drawFlows(): string {
  return `# Flows

Drawn from the tables in \`domain/\` by \`npm run draw\`; do not edit by hand.

${FLOWS.map(draw).join('\n')}
## Limits 时限

| urgency | sign 签收 | first contact 先行联系 | result 办结 |
|---|---|---|---|
${Object.entries(LIMITS)
  .map(
    ([urgency, limits]) =>
      `| ${urgency} ${ticketWords.URGENCY_WORDS[urgency as keyof typeof LIMITS]} | ${sayLimit(limits.sign)} | ${sayLimit(limits.contact)} | ${sayLimit(limits.resolve)} |`,
  )
  .join('\n')}

## Wishes 心愿

| kind | hold 认领时限 | skills |
|---|---|---|
${KINDS.map(({ id, name, hold, skills }) => `| ${id} ${name} | ${saySpan(hold)} | ${skills.join(' ') || '–'} |`).join('\n')}
`;
}

if (require.main === module) writeFileSync(FLOWS_PAGE, drawFlows());
