/** How far what is drawn moves by itself under somebody's thumb: the browser's own layout-shift entries. */
import type { BrowserContext, Page } from 'playwright-core';

/** One jump that nobody's tap or key caused within half a second before. */
export interface Jump {
  /** Milliseconds after the page was opened. */
  readonly at: number;
  /** Part of the window that moved × how far, as the web counts it. */
  readonly value: number;
  /** What moved, from which y to which, px. */
  readonly moved: readonly string[];
}

/** Every page of this phone writes down its jumps from its first moment on. */
export async function watchJumps(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    interface Shift extends PerformanceEntry {
      readonly value: number;
      readonly hadRecentInput: boolean;
      readonly sources: readonly {
        readonly node: Node | null;
        readonly previousRect: DOMRect;
        readonly currentRect: DOMRect;
      }[];
    }
    const jumps: Jump[] = [];
    Object.assign(window, { jumps });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) {
        if (entry.hadRecentInput) continue;
        // no named function here: a script runner would wrap it in a helper that the page does not have
        const moved = entry.sources.map(({ node, previousRect, currentRect }) => {
          const kind = node instanceof Element ? `${node.className || node.tagName} ` : '';
          const words = (node?.textContent ?? '').slice(0, 12);
          return `${kind}“${words}” ${Math.round(previousRect.y)} → ${Math.round(currentRect.y)}`;
        });
        jumps.push({ at: Math.round(entry.startTime), value: entry.value, moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

export const jumpsOn = (page: Page): Promise<Jump[]> =>
  page.evaluate(() => (window as unknown as { jumps: Jump[] }).jumps);

/** Cumulative layout shift: the worst session of jumps, at most a second apart and five seconds long. */
export function jumpOf(jumps: readonly Jump[]): number {
  let worst = 0;
  let session = { from: 0, to: 0, sum: 0 };
  for (const { at, value } of jumps) {
    const goesOn = session.sum > 0 && at - session.to < 1000 && at - session.from < 5000;
    session = goesOn ? { ...session, to: at, sum: session.sum + value } : { from: at, to: at, sum: value };
    worst = Math.max(worst, session.sum);
  }
  return worst;
}
