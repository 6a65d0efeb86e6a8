import type { Part } from '../manifest/manifest.ts';
import { displayText } from '../text/source-text.ts';

/** What a part's banner calls its functions: `I/O` of `I/O API functions. These …`; null where it has no such words. */
export function bannerTitle({ banner }: Part): string | null {
  const text = displayText(banner ?? '')
    .replace(/^[\s/*]+/, '')
    .replace(/\s+/g, ' ');
  return /^([^.:]{1,30}?) API\b/.exec(text)?.[1] ?? null;
}
