/** A request on the phone, for those who filed it and those who work on it. */
export * from './evidence';
export * from './for-you';
export * from './move-sheet';
export * from './my-moves';
export * from './my-open';
export * from './ticket-asked';
export * from './ticket-card';
export * from './ticket-halt';
export * from './ticket-handler';
export * from './ticket-lists';
export * from './ticket-question';
export * from './ticket-result';
export * from './ticket-slip';
export * from './ticket-story';
export * from './use-ticket';
export * from './use-tickets';
export * from './words';
