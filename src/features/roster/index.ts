/** Duty and leave on the phone. What somebody has in hand is a page of its own, with its own words. */
export * from './away-list';
export * from './leave-sheet';
export * from './post-list';
export * from './post-sheet';
export * from './use-roster';
export * from './words';
