/** Fetches the code of a page before it is opened: in a browser it could not be without a network. Split by target. */
export function fetchAhead(_page: string): void {}
