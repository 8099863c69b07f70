export const CAN_PRINT = true;

export function printPage(): void {
  window.print();
}

export function webAddress(path: string, params: Readonly<Record<string, string>>): string {
  const query = Object.entries(params)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return `${window.location.origin}/#${path}?${query}`;
}
