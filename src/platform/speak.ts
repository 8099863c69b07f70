/** Reading aloud, for those who would rather listen. WeChat has no voice without a plugin: its screen reader reads. */
export const CAN_SPEAK: boolean = false;

/** Reads these sentences; anything still being read stops. */
export function speak(_sentences: readonly string[]): void {}
