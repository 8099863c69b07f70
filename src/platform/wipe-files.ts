/** Removes the files that wait on this phone. */
export async function wipeFiles(): Promise<void> {}
