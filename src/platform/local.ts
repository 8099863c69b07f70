/** Names of what is still on this phone. Pure. */

/** How a photo or a voice note is called that has not arrived, among file ids. */
export const LOCAL = 'local:';
export const isLocal = (ref: string | null): boolean => ref?.startsWith(LOCAL) ?? false;

/** What a letter is about: a ticket's id, or the key of a request that has none yet. Sent one after the other. */
export const matterOf = ({
  letter: { input },
}: {
  readonly letter: { readonly input: { readonly id?: string; readonly key: string } };
}): string => input.id ?? input.key;
