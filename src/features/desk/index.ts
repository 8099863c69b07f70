/** The staff's desk: frame, tabs, identity. */
export * from './desk';
export * from './staff-page';
export * from './words';
