/** What is told to a person about themselves, once. */

const NOTICES: Readonly<Record<string, string>> = {
  'person-unbound':
    '您的工作身份已绑定到另一台手机，这台手机上不再是工作人员；如果不是您本人绑定的，请马上找站长',
};

/** A notice about the person in words, or null when it is about something else. */
export const sayPersonNotice = (kind: string): string | null =>
  Object.hasOwn(NOTICES, kind) ? (NOTICES[kind] ?? null) : null;
