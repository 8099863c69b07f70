import { type ComponentType, useEffect, useState } from 'react';

/**
 * A part that few pages need, fetched when it is first drawn. Until it is there `Room` stands in its place, about as
 * high as it will be, or nothing for what moves nothing. One that could not be fetched is asked for again when the page is opened next.
 */
export function apart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Room?: ComponentType,
): ComponentType<P> {
  let known: ComponentType<P> | null = null;
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
    if (Part) return <Part {...props} />;
    return Room ? <Room /> : null;
  };
}
