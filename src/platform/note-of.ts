/** A voice note by its name alone: how long it is (s) stands at the end, on the phone as in the cloud. Pure. */
export const noteOf = (fileId: string): { fileId: string; seconds: number; src: string } => ({
  fileId,
  seconds: Number(/-(\d{1,2})(?:\.\w+)?$/.exec(fileId)?.[1] ?? 0),
  src: '',
});
