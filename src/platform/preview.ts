/** Shows one of some pictures as large as the screen; the person closes it. */
export function preview(_current: string, _all: readonly string[]): void {}
