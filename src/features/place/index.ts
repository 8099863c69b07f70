/** The place behind a code. */
export * from './scan-card';
export * from './use-place';
export * from './words';
export * from './worker-card';
