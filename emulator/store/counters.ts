/** One query as it was carried out. */
export interface QueryRecord {
  readonly action: string;
  readonly collection: string;
  /** Index name, `all` (whole collection, unfiltered, natural order) or `scan`. */
  readonly plan: string;
  /** Fields of the filter and of the order. */
  readonly fields: readonly string[];
  /** Documents read from SQLite. */
  readonly examined: number;
  /** Index entries that were counted without their documents. */
  readonly entries: number;
  readonly returned: number;
  /** Matching rows were ordered in memory because no index yields the order. */
  readonly sorted: boolean;
}

/** A kind of query that no index serves: `scan` looks at every row, `sort` orders all matches in memory. */
export interface Scan {
  readonly kind: 'scan' | 'sort';
  readonly collection: string;
  readonly plan: string;
  readonly fields: readonly string[];
  times: number;
  /** The largest number of rows one such query looked at. */
  examined: number;
}

const RECENT = 500;

/** Counts every database call and every query; a scan is remembered until it is reset, and told once. */
export class Counters {
  private calls: Record<string, number> = {};
  private byCollection: Record<string, { queries: number; examined: number; returned: number }> = {};
  private examined = 0;
  private returned = 0;
  private entries = 0;
  private recent: QueryRecord[] = [];
  private readonly scans = new Map<string, Scan>();

  constructor(private readonly log: (line: string) => void) {}

  call(action: string): void {
    this.calls[action] = (this.calls[action] ?? 0) + 1;
  }

  query(record: QueryRecord): void {
    this.examined += record.examined;
    this.returned += record.returned;
    this.entries += record.entries;
    this.byCollection[record.collection] ??= { queries: 0, examined: 0, returned: 0 };
    const sums = this.byCollection[record.collection]!;
    sums.queries++;
    sums.examined += record.examined;
    sums.returned += record.returned;
    this.recent.push(record);
    if (this.recent.length > RECENT) this.recent.splice(0, RECENT / 2);
    if (record.plan === 'scan') this.scan('scan', record);
    else if (record.sorted) this.scan('sort', record);
  }

  private scan(kind: Scan['kind'], { collection, plan, fields, examined }: QueryRecord): void {
    const key = [kind, collection, ...fields].join('\u0000');
    const known = this.scans.get(key);
    if (known) {
      known.times++;
      known.examined = Math.max(known.examined, examined);
      return;
    }
    this.scans.set(key, { kind, collection, plan, fields, times: 1, examined });
    const why = kind === 'scan' ? 'no index serves' : `index ${plan} does not yield the order of`;
    this.log(`${collection}: ${why} ${fields.join(', ') || '(no fields)'}: ${examined} rows looked at`);
  }

  /** For `GET /emulator/calls`. `total` counts all calls of the SDK, whatever they are about. */
  report() {
    const total = Object.values(this.calls).reduce((sum, n) => sum + n, 0);
    const { calls, byCollection: collections, examined, returned, entries, recent: queries } = this;
    return { total, calls, examined, returned, entries, collections, queries };
  }

  /** For `GET /emulator/scans`. */
  scanReport(): readonly Scan[] {
    return [...this.scans.values()];
  }

  resetCalls(): void {
    this.calls = {};
    this.byCollection = {};
    this.examined = 0;
    this.returned = 0;
    this.entries = 0;
    this.recent = [];
  }

  resetScans(): void {
    this.scans.clear();
  }
}
