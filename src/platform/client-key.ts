/**
 * A random name for one submit, as a UUID (version 4): the cloud files the same key of the same person once.
 * It is no secret, so plain randomness is enough.
 */
export function clientKey(): string {
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () =>
    Math.floor(Math.random() * 16).toString(16),
  );
}
