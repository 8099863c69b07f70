/** The resident's last word. */
export * from './rating-fields';
export * from './rating-given';
export * from './use-rating';
export * from './words';
