/** The first screen. */

export * from './elder-home';
export * from './home-doors';
export * from './home-links';
export * from './words';
