/** Honours: nominated, voted on, put up for notice. */
export * from './honour-list';
export * from './honour-sheet';
export * from './honour-view';
export * from './use-honour';
export * from './words';
