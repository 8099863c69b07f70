export const CAN_SUBSCRIBE = false;

export const askToSend = async (_ids: readonly string[]): Promise<readonly string[]> => [];
