/** The first screen. */
export * from './home-doors';
export * from './home-links';
export * from './words';
