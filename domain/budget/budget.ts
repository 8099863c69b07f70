/**
 * The message budget. One consent on WeChat (一次性订阅) lets us send one message of one template, so each is an asset:
 * a ledger per person says how many are left, and a plan, which is data, says which step may spend one and how many it
 * must leave for what matters more. The list in the app carries everything; a message is beside it.
 */

/** What messages there are. Each is set up once at WeChat; its id comes from the environment. */
export const TEMPLATES = ['result', 'progress', 'task', 'activity'] as const;
export type Template = (typeof TEMPLATES)[number];

/** A tap may ask for so many at once. */
export const ASKED_AT_ONCE = 3;
/** More consents than this are no use to anybody, and a sign of a phone that counts wrong. */
export const LEFT_MAX = 20;

export interface Step {
  readonly template: Template;
  /** Spends only when more than this many are left: the rest is kept for what matters more. */
  readonly keep: number;
}

/**
 * Which notice spends which template. A step that asks the person to do something within a time keeps nothing back;
 * news that can wait keeps one or two. What is not here is only in the app's list.
 */
export const PLAN: Readonly<Record<string, Step>> = {
  // a resident's request
  resolved: { template: 'result', keep: 0 },
  declined: { template: 'result', keep: 0 },
  closed: { template: 'result', keep: 1 },
  asked: { template: 'progress', keep: 0 },
  lapsed: { template: 'progress', keep: 0 },
  held: { template: 'progress', keep: 1 },
  extended: { template: 'progress', keep: 1 },
  contacted: { template: 'progress', keep: 2 },
  dispatched: { template: 'progress', keep: 2 },
  // an activity one has signed up for
  'activity-cancelled': { template: 'activity', keep: 0 },
  'activity-changed': { template: 'activity', keep: 0 },
  'activity-promoted': { template: 'activity', keep: 0 },
  'activity-reminded': { template: 'activity', keep: 1 },
  // a wish of one's own, one that one has in hand or waits for
  'wish-refused': { template: 'result', keep: 0 },
  'wish-delivered': { template: 'progress', keep: 0 },
  'wish-confirm': { template: 'progress', keep: 0 },
  'wish-claimed': { template: 'progress', keep: 1 },
  'wish-arranged': { template: 'progress', keep: 1 },
  'wish-became': { template: 'progress', keep: 1 },
  'wish-offered': { template: 'task', keep: 0 },
  'wish-ending': { template: 'task', keep: 0 },
  'wish-missed': { template: 'task', keep: 0 },
  'wish-fit': { template: 'task', keep: 2 },
  // a person's standing: a reply or an appeal has its time
  'conduct-raised': { template: 'task', keep: 0 },
  'conduct-upheld': { template: 'task', keep: 0 },
  'conduct-overturned': { template: 'task', keep: 1 },
  'honour-jury': { template: 'task', keep: 0 },
  'return-lapsed': { template: 'task', keep: 1 },
  'points-reversed': { template: 'task', keep: 1 },
};

export type Left = Readonly<Partial<Record<Template, number>>>;

/** The template that this notice spends now, or null: then the list in the app is all there is. */
export function spends(
  kind: string,
  left: Left,
  plan: Readonly<Record<string, Step>> = PLAN,
): Template | null {
  if (!Object.hasOwn(plan, kind)) return null;
  const step = plan[kind];
  return step && (left[step.template] ?? 0) > step.keep ? step.template : null;
}

/** What a message of a template says; the words are cut to what WeChat allows by `fieldsOf`. */
export interface Said {
  /** What it is about: the service, the wish, the activity. */
  readonly what: string;
  readonly no: string;
  /** When (ms) it happened, as `2026年11月22日 15:01`. */
  readonly when: string;
  /** What happened, or what to do now. */
  readonly words: string;
}

/** WeChat's own field names of a template; every template of ours has these four. */
export function fieldsOf(said: Said): Record<string, { readonly value: string }> {
  return {
    thing1: { value: thing(said.what) },
    character_string2: { value: characterString(said.no) },
    time3: { value: said.when },
    thing4: { value: thing(said.words) },
  };
}

/** Field limits of WeChat (errcode 47003 beyond them). */
export const THING_MAX = 20;
export const CHARACTER_STRING_MAX = 32;
export const PHRASE_MAX = 5;
export const NAME_MAX = 10;
export const NUMBER_MAX = 32;

/** A `thing`: at most 20 characters on one line, never empty. What is cut ends in an ellipsis. */
export function thing(text: string): string {
  const line = oneLine(text);
  // An emoji counts as two with WeChat, as it does in a string's length.
  if (line.length <= THING_MAX) return line || '请打开看看';
  return `${cut(line, THING_MAX - 1)}…`;
}

/** A `character_string`: at most 32 letters, digits and signs of ASCII, never empty. */
export function characterString(text: string): string {
  return text.replace(/[^\u0021-\u007e]/g, '').slice(0, CHARACTER_STRING_MAX) || '-';
}

/** A `phrase`: at most 5 Chinese characters and nothing else, never empty. */
export function phrase(text: string): string {
  return (
    [...text]
      .filter((char) => /^[\u4e00-\u9fff]$/.test(char))
      .slice(0, PHRASE_MAX)
      .join('') || '有新进展'
  );
}

/** A `name`: at most 10 Chinese characters, never empty. */
export function name(text: string): string {
  return (
    [...text]
      .filter((char) => /^[\u4e00-\u9fff·]$/.test(char))
      .slice(0, NAME_MAX)
      .join('') || '居民'
  );
}

/** A `number`: at most 32 digits, never empty. */
export function number(value: number): string {
  return Number.isFinite(value)
    ? String(Math.trunc(Math.abs(value)))
        .replace(/\D/g, '')
        .slice(0, NUMBER_MAX)
    : '0';
}

function oneLine(text: string): string {
  // Walking by characters leaves half a pair standing alone.
  const whole = [...text].filter((char) => !/^[\ud800-\udfff]$/.test(char)).join('');
  return whole.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
}

/** The first `max` units, without half a character at the end. */
function cut(text: string, max: number): string {
  const head = text.slice(0, max);
  return /[\ud800-\udbff]$/.test(head) ? head.slice(0, -1) : head;
}
