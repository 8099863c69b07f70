/** The person who holds the phone. */
export * from './personas';
export * from './profile-card';
export * from './profile-sheet';
export * from './words';
