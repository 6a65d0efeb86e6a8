import { assertNever } from '../diagnostics/assert-never.ts';
import type { FileChange } from './file-change.ts';
import { formatHunks } from './hunks.ts';
import { quotePath } from './quote-path.ts';
import { byPath } from './sort-changes.ts';

export type PatchOptions = {
  /** git's id, in full, of a blob with these bytes (latin1). */
  readonly blobId: (content: string) => string;
  /** Digits of an id on `index` lines; in full by default, which any repository finds, whatever else it holds. */
  readonly abbrev?: number;
  /** Put before every path: where the root lies below the git top level, from there, such as `sub/dir/`; else empty. */
  readonly prefix?: string;
};

/**
 * One patch (latin1) in git's format that makes all changes, files sorted by path: for `git apply`, `git apply --3way`
 * and GNU `patch -p1`. The same changes give the same bytes. Contents with a NUL byte are binary to git and throw.
 *
 * Paths in the patch are relative to the root, as those of the changes are. git takes them to be relative to the top
 * level of its work tree, wherever it is called: where the root lies below, it needs the `prefix`.
 */
export function formatPatch(changes: readonly FileChange[], options: PatchOptions): string {
  return byPath(changes)
    .map((change) => formatFile(change, options))
    .join('');
}

function formatFile(change: FileChange, options: PatchOptions): string {
  const before = change.kind === 'create' ? '' : change.before;
  const after = change.kind === 'delete' ? '' : change.after;
  if (before.includes('\0') || after.includes('\0')) throw new Error(`a patch of a binary file: ${change.path}`);
  if (change.kind === 'modify' && before === after) return '';
  const path = (options.prefix ?? '') + change.path;
  const a = quotePath(`a/${path}`);
  const b = quotePath(`b/${path}`);
  const head = `diff --git ${a} ${b}\n${extendedHeader(change, options)}`;
  const hunks = formatHunks(before, after);
  if (hunks === '') return head;
  const from = change.kind === 'create' ? '/dev/null' : withTab(a);
  const to = change.kind === 'delete' ? '/dev/null' : withTab(b);
  return `${head}--- ${from}\n+++ ${to}\n${hunks}`;
}

function extendedHeader(change: FileChange, { blobId, abbrev }: PatchOptions): string {
  const id = (content: string): string => blobId(content).slice(0, abbrev);
  switch (change.kind) {
    case 'create': {
      const after = id(change.after);
      return `new file mode ${change.mode}\nindex ${'0'.repeat(after.length)}..${after}\n`;
    }
    case 'modify':
      return `index ${id(change.before)}..${id(change.after)} ${change.mode}\n`;
    case 'delete': {
      const before = id(change.before);
      return `deleted file mode ${change.mode}\nindex ${before}..${'0'.repeat(before.length)}\n`;
    }
    default:
      return assertNever(change);
  }
}

/** GNU patch takes a name to end at a blank unless a TAB follows. */
function withTab(name: string): string {
  return name.includes(' ') ? `${name}\t` : name;
}
