/** Micro-wishes on the phone: the wall, one wish, mine, posting, the desk's review. */
export * from './post-fields';
export * from './use-post';
export * from './use-wish';
export * from './use-wishes';
export * from './waiting-list';
export * from './wall-filter';
export * from './wish-card';
export * from './wish-list';
export * from './wish-moves';
export * from './wish-page';
export * from './words';
