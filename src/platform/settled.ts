import { useEffect, useState } from 'react';

/** `value` once it has stood still for `quiet` milliseconds; the first one at once. */
export function useSettled<T>(value: T, quiet = 500): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    if (settled === value) return;
    const timer = setTimeout(() => settle(value), quiet);
    return () => clearTimeout(timer);
  }, [value, settled, quiet]);
  return settled;
}
