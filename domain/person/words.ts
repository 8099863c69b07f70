/** What is told to a person about themselves, or about somebody they lead, once. `said` is who and when. */

const NOTICES: Readonly<Record<string, (said: string) => string>> = {
  'person-unbound': () =>
    '您的工作身份已绑定到另一台手机，这台手机上不再是工作人员；如果不是您本人绑定的，请马上找站长',
  'person-leave': (said) => `${said}；登记得不对，请马上找登记的人或单位负责人改回来`,
  'person-enrolled': () => '工作区核对过了，您的双报到已登记',
  'person-enrolled-not': () => '工作区核对过了，您申请的双报到没有登记在您名下；有疑问请带手机到工作区',
};

/** A notice about the person in words, or null when it is about something else. */
export const sayPersonNotice = (kind: string, said = ''): string | null =>
  Object.hasOwn(NOTICES, kind) ? (NOTICES[kind]?.(said) ?? null) : null;
