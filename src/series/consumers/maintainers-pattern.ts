import { character, matcherOf, oneOf, repeat, row, searchFor } from '../../text/pattern.ts';
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
  const parts = [...whole].map((one) => (one === '*' ? anything : one === '?' ? anyCharacter : character(one)));
  if (matcherOf([row([...parts, anything])])(path).length === 0) return false;
  return whole.endsWith('/') || isDeep || slashes(path) === slashes(whole);
}

function slashes(path: string): number {
  return path.split('/').length;
}

/** What only Perl reads covers nothing here. */
function matchesName(name: string, path: string): boolean {
  const pattern = readRegularExpression(name);
  return pattern !== null && searchFor(pattern)(path);
}

const anyCharacter = oneOf(() => true);
const anything = repeat(anyCharacter);
