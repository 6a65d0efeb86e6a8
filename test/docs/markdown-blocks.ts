import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The fenced blocks in a language of a page in docs/, in order. */
export function blocksOf(page: string, language: string): readonly string[] {
  const text = readFileSync(join(import.meta.dirname, '../../docs', page), 'utf8');
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, tag, block]) =>
    tag === language && block !== undefined ? [block] : [],
  );
}
