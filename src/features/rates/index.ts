/** The honest rates: a period, one line for each, the units beside. */
export * from './periods';
export * from './rate-lines';
export * from './use-rates';
export * from './words';
