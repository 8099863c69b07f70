/** One known difference between the emulator and a real environment. */
export interface Difference {
  readonly about: string;
  readonly emulator: string;
  readonly service: string;
  /** `chosen`: on purpose; `unproved`: the service's behaviour is documented nowhere or was never tried. */
  readonly kind: 'chosen' | 'unproved';
}

/**
 * All that is known. A case of the suite that fails against a real environment belongs here, or is a bug;
 * `docs/emulator.md` shows the list, and a test holds the two together.
 */
export const DIFFERENCES: readonly Difference[] = [
  {
    about: 'code of a duplicate key',
    emulator: '`DATABASE_DUPLICATE_WRITE`, message with `E11000`',
    service: 'that, or `DATABASE_REQUEST_FAILED` with `E11000`: accept both',
    kind: 'unproved',
  },
  {
    about: 'serverDate inside a transaction',
    emulator: 'refused: use `new Date()`',
    service: 'refused in 2020 according to the SDK’s tests; today unknown',
    kind: 'unproved',
  },
  {
    about: 'a batch insert that meets a duplicate',
    emulator: 'keeps the documents before it, as MongoDB’s ordered insert',
    service: 'not documented',
    kind: 'unproved',
  },
  {
    about: 'a multi-document update that fails half-way',
    emulator: 'changes nothing',
    service: 'keeps what it had changed, as MongoDB',
    kind: 'chosen',
  },
  {
    about: 'objects as keys of `$group` and as members of sets in expressions',
    emulator: 'the order of their fields does not matter (mingo)',
    service: 'it does',
    kind: 'chosen',
  },
  {
    about: 'regular expressions',
    emulator:
      'as PCRE reads them; look-behind, back references, inline options, POSIX classes and what only JavaScript knows are refused by name',
    service: 'all of PCRE',
    kind: 'chosen',
  },
  {
    about: 'numbers',
    emulator: 'one kind, as in JavaScript; beyond 2^53 they lose digits',
    service: 'int, long, double, decimal',
    kind: 'chosen',
  },
  {
    about: 'types of values',
    emulator:
      'strings, numbers, booleans, null, dates, arrays, objects, ObjectId, expressions; others are refused by name',
    service: 'all of BSON',
    kind: 'chosen',
  },
  {
    about: 'geo queries, full text, JSON schema, `watch`',
    emulator: 'refused by name',
    service: 'available',
    kind: 'chosen',
  },
  {
    about: 'positional paths (`list.$.x`) and `$currentDate`',
    emulator: 'refused by name',
    service: 'available',
    kind: 'chosen',
  },
  {
    about: 'stages `$out`, `$merge`, `$graphLookup`, `$geoNear`, `$unionWith`',
    emulator: 'refused by name',
    service: 'partly available',
    kind: 'chosen',
  },
  {
    about: 'an index over a field that holds arrays or objects',
    emulator:
      'not used from then on: such queries scan, and are listed; under a unique index an array is refused',
    service: 'one entry per element; unique per element',
    kind: 'chosen',
  },
  {
    about: 'creating a collection that exists',
    emulator: '`DATABASE_COLLECTION_ALREADY_EXIST`',
    service: 'an error whose code is not documented',
    kind: 'unproved',
  },
  {
    about: 'access rules (`acl`)',
    emulator: 'read and checked, not applied: only server code reaches the database',
    service: 'applied to phones',
    kind: 'chosen',
  },
  {
    about: 'quotas, requests per second, cold starts',
    emulator: 'none; inject `delay` or `error` faults',
    service: 'present',
    kind: 'chosen',
  },
  {
    about: 'a function called by a function',
    emulator: 'carries no person, `TCB_SOURCE=scf`',
    service: 'a chain of sources; what it carries is not documented for this SDK',
    kind: 'unproved',
  },
  {
    about: 'codes of failed function calls',
    emulator: '`FUNCTIONS_EXECUTE_FAIL`, `FUNCTIONS_TIME_LIMIT_EXCEEDED`, `FUNCTION_NOT_FOUND`',
    service: 'similar; exact names unproved',
    kind: 'unproved',
  },
  {
    about: 'late timers',
    emulator: 'not made up for after a stop or a moved clock, except as `fire` says',
    service: 'not documented',
    kind: 'unproved',
  },
  {
    about: 'WeChat open APIs',
    emulator: 'recorded, with the answers you prepare; a QR code stands in for the mini-program code',
    service: 'sent',
    kind: 'chosen',
  },
  {
    about: 'storage rules and names',
    emulator:
      'permits and links are signed; names with `? # % \\ : * " < > |` or dotted segments are refused',
    service: 'COS allows more names',
    kind: 'chosen',
  },
];
