import { searchFor } from '../../text/pattern.ts';
import { readRegularExpression } from '../../text/regular-expression.ts';

/** The lines of one entry of MAINTAINERS that say which files it is about. */
export type Patterns = {
  /** `F:`, globs. */
  readonly files: readonly string[];
  /** `X:`, globs of files that are left out. */
  readonly except: readonly string[];
  /** `N:`, regular expressions. */
  readonly names: readonly string[];
};

/** Whether the tree has a folder of that name, given without a slash at its end. */
export type IsFolder = (path: string) => boolean;

/** Whether an entry is about a file, as `scripts/get_maintainer.pl` of QEMU and Linux decides it. */
export function covers(isFolder: IsFolder, { files, except, names }: Patterns, path: string): boolean {
  if (except.some((glob) => matches(isFolder, glob, path))) return false;
  return files.some((glob) => matches(isFolder, glob, path)) || names.some((name) => matchesName(name, path));
}

/**
 * Whether a glob covers a file. A folder covers all below it, whether or not a slash says that it is one; `*` and `?`
 * cover no slash, `**` does. Any other glob also covers the files of the same folder whose names only begin so.
 */
export function matches(isFolder: IsFolder, glob: string, path: string): boolean {
  const whole = isFolder(glob) ? `${glob}/` : glob;
  const isDeep = whole.includes('**');
  if (!startsLike(whole, path)) return false;
  return whole.endsWith('/') || isDeep || slashes(path) === slashes(whole);
}

function slashes(path: string): number {
  return path.split('/').length;
}

/** Whether a text begins as a pattern with `*` and `?` says; in linear time for each `*`. */
function startsLike(pattern: string, text: string): boolean {
  let from = 0;
  for (const [index, piece] of pattern.split('*').entries()) {
    const at = index === 0 ? (fits(piece, text, 0) ? 0 : -1) : find(piece, text, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return true;
}

function find(piece: string, text: string, from: number): number {
  for (let at = from; at + piece.length <= text.length; at++) if (fits(piece, text, at)) return at;
  return -1;
}

function fits(piece: string, text: string, at: number): boolean {
  return at + piece.length <= text.length && [...piece].every((one, index) => one === '?' || one === text[at + index]);
}

/** What only Perl reads covers nothing here. */
function matchesName(name: string, path: string): boolean {
  const pattern = readRegularExpression(name);
  return pattern !== null && searchFor(pattern)(path);
}
