/** Putting things on paper, and addresses that a printed code may carry. */

/** Can this target print? */
export const CAN_PRINT: boolean = false;

/** Opens the print dialogue for the page that is shown. */
export function printPage(): void {}

/** The web address of a page of ours, or null where pages have none: WeChat. */
export function webAddress(_path: string, _params: Readonly<Record<string, string>>): string | null {
  return null;
}
