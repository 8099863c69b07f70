export const saveText = (): boolean => false;
