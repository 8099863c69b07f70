export const CAN_PRINT = false;

export function printPage(): void {}

export const webAddress = (): null => null;
