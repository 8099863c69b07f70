/** The working calendar on the phone. */
export * from './close-sheet';
export * from './hours-sheet';
export * from './national-days';
export * from './use-calendar';
export * from './words';
