/** Lets the keyboard press what the thumb can; only a browser has one. */
export function listenToKeys(): void {}
