/** How much larger than usual the person reads elsewhere: 1 is usual. */
export function fontScale(): number {
  return 1;
}
