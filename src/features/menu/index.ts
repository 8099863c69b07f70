/** The menu: what may be asked for. */
export * from './service-list';
export * from './suggestions';
export * from './use-catalogue';
export * from './words';
