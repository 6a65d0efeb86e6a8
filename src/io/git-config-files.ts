import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, resolve } from 'node:path';
import { lookThrough } from './look.ts';

/**
 * The first file that the configuration of a git folder names, and that is a pipe or a device: what to include, ignore or
 * read attributes from. Included files are followed. A path that git takes from where it runs may be meant from any of
 * `folders`. Null for none; `/dev/null` is none.
 */
export function oddFileInConfig(files: readonly string[], folders: readonly string[]): string | null {
  const seen = new Set(files);
  for (const file of seen) {
    if (seen.size > MOST_FILES) return null;
    for (const [key, value] of valuesIn(file)) {
      const paths = [dirname(file), ...folders].map((folder) => resolve(folder, value));
      const odd = paths.find(isOdd);
      if (odd !== undefined) return odd;
      if (key === 'path') for (const path of paths) seen.add(path);
    }
  }
  return null;
}

/** Whether something is there to be waited for, or read without end. */
export function isOdd(path: string): boolean {
  const stat = path === '/dev/null' ? null : lookThrough(path);
  return stat !== null && !stat.isFile() && !stat.isDirectory();
}

/** git follows ten levels of includes; a configuration has few. */
const MOST_FILES = 256;

/** Bytes. */
const LONGEST_CONFIG = 1 << 20;

/** Keys in small letters and values, without quotes; those that can be no path are of no matter. */
function valuesIn(file: string): readonly (readonly [key: string, value: string])[] {
  const stat = lookThrough(file);
  if (!stat?.isFile() || stat.size > LONGEST_CONFIG) return [];
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  return [...text.replaceAll(/\\\r?\n/g, '').matchAll(SETTING)].flatMap(([, key = '', written = '']) => {
    const value = pathOf(written);
    return value === '' || value.includes('\0') ? [] : [[key.toLowerCase(), value] as const];
  });
}

const SETTING = /^[ \t]*(?:\[[^\]\n]*\][ \t]*)?([A-Za-z][\w-]*)[ \t]*=[ \t]*(.*)$/gm;

function pathOf(written: string): string {
  const plain = written
    .replace(/^((?:"(?:[^"\\]|\\.)*"|[^"#;])*)[#;].*$/, '$1')
    .replaceAll(/"|\\(["\\])/g, '$1')
    .trim();
  return plain.startsWith('~/') ? `${homedir()}${plain.slice(1)}` : plain;
}
