import { type ComponentType, useEffect, useState } from 'react';

/**
 * A part that few pages need, fetched when it is first drawn; nothing stands there until it is there. One that could not
 * be fetched is asked for again when the page is opened next.
 */
export function apart<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let known: ComponentType<P> | null = null;
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each part, at the top of a module
  return function Apart(props: P) {
    const [Part, fetched] = useState<ComponentType<P> | null>(() => known);
    useEffect(() => {
      if (known) return;
      let here = true;
      load().then(
        (part) => {
          known = part;
          if (here) fetched(() => part);
        },
        () => undefined,
      );
      return () => {
        here = false;
      };
    }, []);
    return Part && <Part {...props} />;
  };
}
