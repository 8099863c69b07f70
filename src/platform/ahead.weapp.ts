// WeChat has the whole package
export function fetchAhead(_page: string): void {}
