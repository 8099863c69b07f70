/** A person's points and the shelf. Records under review and the desk's lists are fetched apart. */
export * from './entry-sheet';
export * from './point-account';
export * from './return-list';
export * from './shelf-list';
export * from './use-points';
export * from './use-shelf';
export { POINTS, SHELF } from './words';
