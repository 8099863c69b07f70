/** Hears WeChat's question about privacy; a browser asks for itself. */
export function listenToPrivacy(): void {}
