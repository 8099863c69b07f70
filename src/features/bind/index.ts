/** Becoming one of the staff on this phone. */
export * from './invitation';
export * from './use-bind';
export * from './words';
