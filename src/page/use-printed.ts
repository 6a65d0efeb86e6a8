import { useLayoutEffect, useState } from 'preact/hooks';
import { atOnce } from './at-once.ts';

/** Whether the page is being printed: then everything must be drawn, in sight or not. */
export function usePrinted(): boolean {
  const [isPrinted, setIsPrinted] = useState(false);
  useLayoutEffect(() => {
    const begin = () => atOnce(() => setIsPrinted(true));
    const end = () => setIsPrinted(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinted;
}
