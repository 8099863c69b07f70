/** Can this target scan? A browser cannot: hide the button, offer to paste. */
export const CAN_SCAN: boolean = false;

/** What is written in a code the person scans, or null when they change their mind. */
export async function scan(): Promise<string | null> {
  return null;
}
