/** Who answers for what: the table, what is wrong with it, and one rule changed with a trial before. */
export * from './findings';
export * from './rule-list';
export * from './rule-sheet';
export * from './suggested';
export * from './use-table';
export * from './words';
