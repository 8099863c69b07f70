/** What a person was told. */
export * from './notice-list';
export * from './use-notices';
export * from './words';
