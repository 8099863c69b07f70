import { useDraft } from '@/src/platform';

/** What is chosen in a sheet beside its text; kept on the phone with it until the move has gone through. */
export function useChosen<T extends object>(name: string, blank: T) {
  const { body, change, save, clear } = useDraft<T>(`${name}.chosen`, blank);
  const choose = (patch: Partial<T>) => {
    change(patch);
    save();
  };
  return { chosen: body, choose, clear };
}
