/** What is wrong with a table of responsibility: every service × every micro-grid must lead to one post with people. */
import type { Service } from '../catalogue/catalogue';
import { type DayName, dayName, dayStart, parseDay } from '../time/day';
import { bestOn, chainOf, firstOf, inForce, linesAbout, onPaper, type Subject } from './dispatch';
import { type Area, ancestorsOf, type Responsibility } from './org';

/**
 * gap: nobody is named · tie: two rules of one rank · vacant: named, but nobody holds any of the posts ·
 * fallback: the first post is missing or vacant and another takes over · expiring: the rule ends soon and none follows.
 */
export const FAULT_KINDS = ['gap', 'tie', 'vacant', 'expiring', 'fallback'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  readonly service: string;
  readonly place: string;
  readonly fault: FaultKind;
  /** The rule it comes from; the first of two at a tie; '' at a gap without any rule. */
  readonly rule: string;
  /** The day on which it begins, or on which the rule ends; absent when it is there now. */
  readonly day?: DayName;
}

/** A rule that ends within so many days is named. */
export const EXPIRES_SOON = 30;

/** A table with one of these must not go live. */
export const isBlocking = ({ fault }: Pick<Fault, 'fault'>): boolean => fault === 'gap' || fault === 'tie';

/** A table with one of these leaves somebody without an answer: now, or on a day that is already written in it. */
export const leavesNobody = ({ fault }: Pick<Fault, 'fault'>): boolean =>
  fault === 'gap' || fault === 'tie' || fault === 'vacant';

/**
 * Everything that is wrong at `now` (ms), and every gap, tie and vacancy that begins on a later day by the table's own
 * dates. Looks at every service × every micro-grid once for each such day.
 */
export function findFaults(area: Area, services: readonly Service[], now: number): Fault[] {
  const today = dayName(now);
  const found = faultsOn(area, services, today);
  const there = new Set(found.map(keyOf));
  for (const day of daysOfChange(area.responsibility, today)) {
    for (const fault of faultsOn(area, services, day)) {
      if (!leavesNobody(fault) || there.has(keyOf(fault))) continue;
      there.add(keyOf(fault));
      found.push({ ...fault, day });
    }
  }
  return found;
}

/** The days after `today` on which a rule begins or is no longer in force. */
export function daysOfChange(rules: readonly Responsibility[], today: DayName): DayName[] {
  const days = rules.flatMap(({ from, until }) => [
    ...(from ? [from] : []),
    ...(until ? [dayAfter(until)] : []),
  ]);
  return [...new Set(days)].filter((day) => day > today).sort();
}

/** Several faults of one kind that are one thing to a person: the same services at the same places. */
export interface Finding extends Pick<Fault, 'fault' | 'rule' | 'day'> {
  readonly services: readonly string[];
  readonly places: readonly string[];
}

/** Faults put together: first those of one service and rule, then services that suffer at the same places. */
export function groupFaults(faults: readonly Fault[]): Finding[] {
  const byService = new Map<string, Fault[]>();
  for (const fault of faults)
    push(byService, [fault.fault, fault.rule, fault.day, fault.service].join('|'), fault);
  const bySpread = new Map<string, Fault[][]>();
  for (const same of byService.values()) {
    const { fault, rule, day } = same[0] as Fault;
    push(bySpread, [fault, rule, day, ...same.map(({ place }) => place)].join('|'), same);
  }
  const findings = [...bySpread.values()].map((group): Finding => {
    const [[{ fault, rule, day }]] = group as [[Fault]];
    return {
      fault,
      rule,
      ...(day ? { day } : {}),
      services: group.map((same) => (same[0] as Fault).service),
      places: (group[0] ?? []).map(({ place }) => place),
    };
  });
  return findings.sort((a, b) => FAULT_KINDS.indexOf(a.fault) - FAULT_KINDS.indexOf(b.fault));
}

/** A ticket that another post would have got. Null where nobody answers. */
export interface Moved<T> {
  readonly ticket: T;
  readonly from: string | null;
  readonly to: string | null;
}

/** What both tables say, on paper, about these tickets: those whose post differs. Whoever is on duty plays no part. */
export function compareTables<T extends { readonly service: Subject; readonly orgPath: string }>(
  before: Area,
  after: Area,
  tickets: readonly T[],
  day: DayName,
): Moved<T>[] {
  return tickets.flatMap((ticket) => {
    const [from, to] = [before, after].map((area) => postOn(area, ticket, day)) as [
      string | null,
      string | null,
    ];
    return from === to ? [] : [{ ticket, from, to }];
  });
}

/** The id of the post that answers on paper on a day. */
function postOn(
  area: Area,
  { service, orgPath }: { readonly service: Subject; readonly orgPath: string },
  day: DayName,
): string | null {
  const [rule, ...others] = bestOn(linesAbout(area, service), ancestorsOf(orgPath), day);
  if (!rule || others.length > 0) return null;
  return firstOf(area, rule, orgPath, onPaper(area, rule))?.post.id ?? null;
}

/** The lines that differ between two tables, as they were and as they are. */
export function changesOf(
  before: readonly Responsibility[],
  after: readonly Responsibility[],
): { removed: Responsibility[]; added: Responsibility[] } {
  const written = (rules: readonly Responsibility[]) => new Set(rules.map(writtenOut));
  const [old, fresh] = [written(before), written(after)];
  return {
    removed: before.filter((rule) => !fresh.has(writtenOut(rule))),
    added: after.filter((rule) => !old.has(writtenOut(rule))),
  };
}

function faultsOn(area: Area, services: readonly Service[], day: DayName): Fault[] {
  const asked = services.map((service) => ({ id: service.id, lines: linesAbout(area, service) }));
  const found: Fault[] = [];
  for (const { kind, path } of area.nodes) {
    if (kind !== 'micro') continue;
    const ancestors = ancestorsOf(path);
    // Many services share a rule: its chain is walked once at each place.
    const judged = new Map<Responsibility, Judged>();
    for (const { id, lines } of asked) {
      const [rule, ...others] = bestOn(lines, ancestors, day);
      if (!rule || others.length > 0) {
        found.push({ service: id, place: path, fault: rule ? 'tie' : 'gap', rule: rule?.id ?? '' });
        continue;
      }
      const verdict = judged.get(rule) ?? judge(area, rule, path, day);
      judged.set(rule, verdict);
      for (const fault of verdict) found.push({ service: id, place: path, rule: rule.id, ...fault });
    }
  }
  return found;
}

type Judged = readonly Pick<Fault, 'fault' | 'day'>[];

function judge(area: Area, rule: Responsibility, path: string, day: DayName): Judged {
  const answer = firstOf(area, rule, path, onPaper(area, rule));
  const ends = endsSoon(area, rule, day) ? [{ fault: 'expiring' as const, day: rule.until as DayName }] : [];
  if (answer) return answer.passed.length > 0 ? [{ fault: 'fallback' }, ...ends] : ends;
  return [{ fault: [...chainOf(area, rule, path)].some(({ post }) => post) ? 'vacant' : 'gap' }, ...ends];
}

function endsSoon(
  { responsibility }: Area,
  { service, place, until }: Responsibility,
  day: DayName,
): boolean {
  if (!until || parseDay(until) - parseDay(day) > EXPIRES_SOON) return false;
  const next = dayAfter(until);
  return !responsibility.some(
    (rule) => rule.service === service && rule.place === place && inForce(rule, next),
  );
}

/** A line as text: the same for the same line, in whatever order its fields arrive. */
const writtenOut = (rule: Responsibility): string => JSON.stringify(rule, FIELDS);
const FIELDS = ['id', 'service', 'place', 'post', 'clause', 'from', 'until', 'otherwise', 'skill'];

const dayAfter = (day: DayName): DayName => dayName(dayStart(parseDay(day) + 1));
const keyOf = ({ fault, service, place }: Fault): string => `${fault}|${service}|${place}`;

function push<T>(groups: Map<string, T[]>, key: string, one: T): void {
  const group = groups.get(key);
  if (group) group.push(one);
  else groups.set(key, [one]);
}
