/** Codes for the walls. Only its own page imports this: it carries the QR library. */
export * from './code-list';
export * from './use-codes';
export * from './wall-code';
export * from './words';
