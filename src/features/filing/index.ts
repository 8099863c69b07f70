/** Filing a request. */
export * from './emergency';
export * from './filing-banners';
export * from './filing-behalf';
export * from './filing-fields';
export * from './filing-questions';
export * from './use-filing';
export * from './words';
