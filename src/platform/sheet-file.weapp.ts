export const CAN_OPEN_SHEET = false;

export const openSheet = async (): Promise<null> => null;
