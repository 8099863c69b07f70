/** What has broken other systems, to be put into every field of every action. `MARK` tells ours on the wire. */

export const MARK = 'm4rk3d';

/** Sixty shapes of operators, prototypes, paths and types where a word was asked for. */
export const INJECTIONS: readonly unknown[] = [
  ...[
    '$gt',
    '$gte',
    '$lt',
    '$lte',
    '$ne',
    '$in',
    '$nin',
    '$exists',
    '$regex',
    '$where',
    '$expr',
    '$not',
  ].flatMap((operator) => [
    { [operator]: MARK },
    { [operator]: [MARK] },
    { [operator]: { [operator]: MARK } },
  ]),
  ...['$set', '$inc', '$push', '$unset', '$rename', '$or', '$and', '$nor'].map((operator) => ({
    [operator]: { role: MARK },
  })),
  { $or: [{ role: MARK }, {}] },
  { $function: { body: `function() { return '${MARK}' }`, args: [], lang: 'js' } },
  { $oid: MARK },
  { $date: MARK },
  { $numberLong: MARK },
  { $regularExpression: { pattern: MARK, options: '' } },
  { $tcb_server_date: { offset: MARK } },
  JSON.parse(`{"__proto__": {"role": "${MARK}"}}`),
  { constructor: { prototype: { role: MARK } } },
  { 'a.b': MARK },
  { [MARK]: { $gt: '' } },
  [MARK],
  [[MARK]],
  [{ $gt: MARK }],
  { toString: MARK },
  { length: MARK },
];

/** The same as words, which a text may well contain and a code may not. */
export const WORDS: readonly string[] = [
  `{"$gt":"${MARK}"}`,
  `'; return '${MARK}' == '${MARK}`,
  `$where: ${MARK}`,
  `__proto__.${MARK}`,
  `../../${MARK}`,
  `${MARK}\u0000.jpg`,
  `<img src=x onerror=${MARK}>`,
  `=cmd|' /C calc'!${MARK}`,
];

/** Text as attackers and careless keyboards write it. */
export const TEXTS: readonly string[] = [
  '<script>alert(1)</script>',
  '"><svg onload=alert(1)>',
  "javascript:alert('1')",
  '<a href="data:text/html,x">点我</a>',
  '{{constructor.constructor("alert(1)")()}}',
  '#{7*7}',
  '\u202e倒着写\u202c',
  '\u2066隔离\u2069',
  '零\u200b宽\u200c字\u200d符\ufeff',
  '控\u0000制\u0007字\u001b符\u007f',
  '软\u00ad连字',
  'e\u0301 与 \u00e9',
  '\r\n换\r行\n',
  '长'.repeat(500),
  '😀👨‍👩‍👧‍👦🏳️‍🌈',
  'ﷺ𝒳ℍ',
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '＝1',
  "' or 1=1 --",
  '%00%0a%0d',
  '&lt;b&gt;',
  '\ud800孤立',
];
