export const CAN_SCAN = false;

export const scan = async (): Promise<string | null> => null;
