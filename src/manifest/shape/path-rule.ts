import type { TextProblem } from './text-rule.ts';

/**
 * What is wrong with a path that must name a file below the tree's root, spelt in the one way that git spells it. Links
 * that lead out of the root are found where files are read. Of a glob the names may be of any length.
 */
export function pathProblem(path: string, hasNames = true): TextProblem | null {
  if (path === '') return unusable('is empty');
  if (Buffer.byteLength(path) > LONGEST_PATH) return unusable(`is longer than a path can be, ${LONGEST_PATH} bytes`);
  if ([...path].some((character) => character < ' ' || character === '\x7f'))
    return unusable('contains a control character');
  if (path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path)) return leaves('is absolute');
  if (path.includes('\\')) return unusable("contains a backslash; write '/'");
  const segments = path.split('/');
  if (segments.includes('..')) return leaves("leads out of the root of the tree by '..'");
  if (segments.at(-1) === '') return unusable("ends with '/', as only a directory does");
  if (hasNames && segments.some((name) => Buffer.byteLength(name) > LONGEST_NAME)) {
    return unusable(`has a name that is longer than ${LONGEST_NAME} bytes`);
  }
  if (segments.includes('.') || segments.includes('')) return unusable("must be written without './' and '//'");
  return null;
}

/** The same of a path that stands between quotes or brackets in an `#include`, which has no way to escape them. */
export function includablePathProblem(path: string): TextProblem | null {
  const mark = /["<>]/.exec(path)?.[0];
  return pathProblem(path) ?? (mark === undefined ? null : unusable(`contains '${mark}', which no #include can spell`));
}

/** Bytes; what Linux allows. A path below a root may be too long all the same: writers look. */
const LONGEST_PATH = 4095;
const LONGEST_NAME = 255;

function unusable(message: string): TextProblem {
  return { code: 'manifest-path', message };
}

/** Any `..` counts, also one that would come back: the rule is one that a reader can check by eye. */
function leaves(message: string): TextProblem {
  return { code: 'path-leaves-root', message };
}
