export function listenToKeys(): void {}
