import { baseName } from './header-facts.ts';
import type { PatchFacts } from './patch-facts.ts';
import { joinNames, MAIL_WIDTH, wrapLine } from './wrap-text.ts';

/** The subject of a patch for files that name a header without including it, when the series file has none. */
export function consumerSubject({ header, changes }: PatchFacts): string {
  const files = joinNames([...new Set(changes.map(({ path }) => baseName(path)))]);
  const long = `${header.name}: follow the split in ${files}`;
  return long.length <= MAIL_WIDTH ? long : `${header.name}: follow the split in files that name it`;
}

/** What such a patch says. */
export function consumerBody({ header, changes }: PatchFacts): string {
  const first = `These files name ${header.path} otherwise than by including it, and follow its split:`;
  return [wrapLine(first).join('\n'), changes.map(({ path }) => `  ${path}`).join('\n')].join('\n\n');
}
