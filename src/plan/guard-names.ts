import type { Part } from '../manifest/manifest.ts';
import { partsIn } from '../manifest/part-lookup.ts';
import type { Header } from '../model/header.ts';
import { baseName } from '../text/file-path.ts';

/** The guard macro of a part file: the manifest's, else the header's own with the part file's name in its place. */
export function guardName(header: Header, file: string, parts: readonly Part[]): string {
  const own = header.guard.kind === 'macro' ? header.guard.name : null;
  return guardNameBeside(own, header.source.path, file, parts);
}

/** The same for a header of which only path and guard macro are known; null: it has none. */
export function guardNameBeside(own: string | null, path: string, file: string, parts: readonly Part[]): string {
  const given = partsIn({ parts }, file).find(({ guard }) => guard !== null)?.guard;
  return given ?? deriveGuard(own, path, file);
}

/** The guard that a header without one gets (`reinclude: once`): its path in capitals, which no other file has. */
export function guardFromFile(file: string): string {
  return macroName(file).toUpperCase();
}

/** The wrapper keeps the header's guard; it gets another where there is none, or where a part defines that one. */
export function wrapperGuard(header: Header, isGivenAway: boolean): string {
  if (header.guard.kind !== 'macro') return guardFromFile(header.source.path);
  return isGivenAway
    ? deriveGuard(header.guard.name, header.source.path, header.source.path.replace(/(\.[^./]*)?$/, '-wrapper$1'))
    : header.guard.name;
}

function deriveGuard(name: string | null, path: string, file: string): string {
  if (name === null) return guardFromFile(file);
  const stem = macroName(stemOf(path));
  const partStem = macroName(stemOf(file));
  const suffix = /(?:(?:(?<!_)_+)?[Hh](?:_*|_INCLUDED_*)|_INCLUDED_*|(?<!_)_+)$/.exec(name);
  const end = suffix ? suffix.index : name.length;
  const at = findLoosely(name, stem) ?? findOverlap(name.slice(0, end), stem);
  if (at && partStem.toLowerCase().startsWith(stem.toLowerCase())) {
    const wordEnd = Math.max(at.end, Math.min(end, endOfWord(name, at.end)));
    return name.slice(0, wordEnd) + inCaseOf(name, partStem.slice(stem.length)) + name.slice(wordEnd);
  }
  if (at) return name.slice(0, at.start) + inCaseOf(name, partStem) + name.slice(at.end);
  return `${name.slice(0, end)}_${inCaseOf(name, partStem)}${name.slice(end)}`;
}

type Range = { readonly start: number; readonly end: number };

/** Where `stem` stands in a guard's name, underscores and case aside; the last place counts. */
function findLoosely(name: string, stem: string): Range | null {
  const letters = lettersOf(stem);
  if (letters === '') return null;
  for (let start = name.length - 1; start >= 0; start--) {
    let matched = 0;
    let end = start;
    while (end < name.length && matched < letters.length) {
      const letter = name[end]?.toLowerCase();
      if (letter === letters[matched]) matched++;
      else if (letter !== '_' || matched === 0) break;
      end++;
    }
    if (matched === letters.length) return { start, end };
  }
  return null;
}

/**
 * The last words of a guard's name without its ending that the stem begins or ends with: `MY_CHANNEL` of `channels`,
 * `CHANNELS` of `ssh-channels`. Of fewer than three letters, likeness is chance.
 */
function findOverlap(name: string, stem: string): Range | null {
  const letters = lettersOf(stem);
  for (let start = 0; start < name.length; start++) {
    if (name[start] === '_' || (start > 0 && name[start - 1] !== '_')) continue;
    const words = lettersOf(name.slice(start));
    if (words.length >= 3 && (letters.startsWith(words) || letters.endsWith(words))) return { start, end: name.length };
  }
  return null;
}

function lettersOf(text: string): string {
  return text.replaceAll('_', '').toLowerCase();
}

function endOfWord(name: string, from: number): number {
  const end = name.indexOf('_', from);
  return end < 0 ? name.length : end;
}

function inCaseOf(model: string, word: string): string {
  return model === model.toLowerCase() ? word.toLowerCase() : word.toUpperCase();
}

function macroName(text: string): string {
  const name = text.replaceAll(/[^A-Za-z0-9_]/g, '_');
  return /^[0-9]/.test(name) ? `_${name}` : name;
}

function stemOf(path: string): string {
  return baseName(path).replace(/\.[^.]*$/, '');
}
