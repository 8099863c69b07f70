export const CAN_SPEAK = false;

export function speak(): void {}
