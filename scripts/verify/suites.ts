/** The full sizes as data: which test, with which numbers, what it shows. `scripts/verify.ts` runs them one after another. */

export interface Suite {
  readonly name: string;
  /** What it shows, for the table of docs/proof.md. */
  readonly what: string;
  /** Of `docs/security.md`: R1 … R14, or the threat. */
  readonly of: string;
  /** Files or folders for jest; or, where it is no test of jest, a script of package.json with its arguments. */
  readonly jest?: readonly string[];
  readonly script?: readonly string[];
  /** Its full size. `{seed}` is the seed of this run. */
  readonly env?: Readonly<Record<string, string>>;
  /** Names the figures in what it prints; without it the count of tests that passed. */
  readonly figures?: RegExp;
}

/** One seed for whatever draws at random; `--seed` takes another. */
export const SEED = 20261122;

/** What decides who somebody is, what they may, what is opened to them, and what they may not judge. */
const WHO = [
  'cloudfunctions/runtime/people.ts',
  'cloudfunctions/runtime/tickets.ts',
  'domain/org/policy.ts',
  'domain/flow/same-person.ts',
  'domain/ticket/shield.ts',
  'domain/ticket/judge.ts',
  'domain/ticket/desk.ts',
].join(',');

export const SUITES: readonly Suite[] = [
  { name: 'tables', of: 'R1', what: 'every state × move × role has its answer', jest: ['lifecycle.test'] },
  {
    name: 'rules',
    of: 'R2',
    what: 'random lives by the rules alone: tickets, wishes, records',
    jest: ['domain/.*/lives.test'],
    env: { LIVES: '20000' },
  },
  {
    name: 'lives',
    of: 'R2',
    what: '1,000 random lives through functions, SDK and emulator',
    jest: ['test/lives/lives'],
    env: { LIVES: '1000' },
  },
  {
    name: 'lives-faults',
    of: 'R2, R3',
    what: '10,000 random lives while 5, 15 and 30 % of all calls meet a fault',
    script: ['lives:full', '--lives', '10000'],
    figures: /^\d+ % faults:.*$/gm,
  },
  {
    name: 'wish-lives',
    of: 'R3',
    what: 'lives of wishes over a bad line',
    jest: ['test/api/wish-lives'],
    env: { FAULT_LIVES: '200', FAULT_RATE: '0.3' },
  },
  {
    name: 'kill',
    of: 'R4',
    what: '500 kills without warning while eight write; nothing acknowledged is lost',
    jest: ['test/crash'],
    env: { CRASH_ROUNDS: '500' },
  },
  {
    name: 'claims',
    of: 'R5, T17',
    what: '1,000 wishes, 50 claim each at once',
    jest: ['test/api/wishes'],
    env: { WISHES: '1000', CLAIMANTS: '50' },
  },
  {
    name: 'races',
    of: 'R5, T8',
    what: '50 sign, rate and repeat at once, on 40 tickets',
    jest: ['test/api/races'],
    env: { RACERS: '50', RACES: '40' },
  },
  {
    name: 'timers',
    of: 'R6, T18',
    what: '5,000 seeds × 5 ways to ring badly, by the rules',
    jest: ['test/chaos/timers'],
    env: { CHAOS_SEEDS: '5000' },
  },
  {
    name: 'sweeps',
    of: 'R6, T18',
    what: '100 stored tickets × 4 ways to ring badly, through the jobs',
    jest: ['test/chaos/sweeps'],
    env: { SWEEP_SEEDS: '100' },
  },
  {
    name: 'malformed',
    of: 'R7, T22',
    what: '1,000 malformed inputs of every action',
    jest: ['test/api/malformed'],
    env: { MALFORMED: '1000' },
  },
  {
    name: 'authorisation',
    of: 'R8, T1–T5',
    what: 'the matrix, 1,000 swapped ids, 60 injections × every field, 100 breaks before telling',
    jest: ['test/api/authorisation', 'test/security/actors', 'test/security/threats'],
    env: { SWAPS: '1000', BREAKS: '100' },
  },
  {
    name: 'isolation',
    of: 'R9',
    what: '5,000 interleaved calls of two people in one process',
    jest: ['test/security/isolation'],
    env: { ISOLATION: '5000' },
  },
  {
    name: 'recovery',
    of: 'R11',
    what: 'backup, restore, upgrade of older data',
    jest: ['test/security/recovery', 'test/security/upgrade'],
  },
  {
    name: 'audit',
    of: 'audit',
    what: 'every way of changing what was done is found',
    jest: ['test/security/audit'],
  },
  {
    name: 'photos',
    of: 'T9, T10',
    what: '42 bad files, 20,000 spoiled ones',
    jest: ['test/security/photos'],
    env: { SPOILED: '20000' },
  },
  {
    name: 'belongings',
    of: 'T12, T14a',
    what: 'permits used once, a year of uploads, consents taken back, secrets worked out anew',
    jest: ['test/security/files', 'test/security/consents', 'test/security/secrets'],
  },
  {
    name: 'doors',
    of: 'T7, T13, T23',
    what: 'floods, 1,000,000 forged codes, secrets, formulas, words that others read',
    jest: [
      'test/security/flood',
      'runtime/scene',
      'test/security/source',
      'test/security/formulas',
      'test/security/words',
    ],
    env: { FORGED: '1000000' },
  },
  {
    name: 'conformance',
    of: 'R13',
    what: 'the SDK against the emulator, and 3,000 random questions with and without indexes',
    jest: ['test/ports', 'emulator/'],
    env: { DIFFERENTIAL_RUNS: '3000', DIFFERENTIAL_SEED: '{seed}' },
  },
  { name: 'calendar', of: 'T19', what: 'the working-day engine', jest: ['domain/time'] },
  {
    name: 'journeys',
    of: 'R14',
    what: 'whole errands in a browser, and in the mini-program’s stand-in',
    jest: ['test/journeys', 'test/weapp'],
  },
  {
    name: 'bugs',
    of: 'R12',
    what: 'every seeded bug turns its tests red',
    script: ['bugs'],
    figures: /^\d+ of \d+ caught$/gm,
  },
  {
    name: 'mutation',
    of: 'R12',
    what: 'mutants of the rules that the tests beside them notice',
    script: ['mutation', '--near', '--files', 'domain', '--sample', '120', '--seed', '{seed}'],
    figures: /^score .*$/gm,
  },
  {
    name: 'mutation-who',
    of: 'R12, R8',
    what: 'mutants of who acts and who is let in that the tests beside them notice',
    script: ['mutation', '--near', '--files', WHO, '--sample', '60', '--seed', '{seed}'],
    figures: /^score .*$/gm,
  },
];
