/** What is held about the person who holds the phone, and what they may do about it. */
export * from './parts';
export * from './use-rights';
export * from './words';
