import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { newestVersion } from '../io/git/history.ts';
import { pathFromTopLevel } from '../io/git/revision.ts';
import type { DiskTree } from '../io/tree/disk-tree.ts';
import { readAtCommit } from '../io/tree/read-at-commit.ts';
import { openRevisionTree, type RevisionTree } from '../io/tree/revision-tree.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { checkText } from '../model/check-text.ts';
import { wholeHeaderTest } from '../regenerate/merge/whole-header.ts';
import type { Origin } from '../regenerate/regeneration-input.ts';
import { placeOf } from '../text/place.ts';

export type OriginLookup =
  | { readonly kind: 'origin'; readonly origin: Origin | null }
  | { readonly kind: 'refused'; readonly findings: readonly Diagnostic[] };

/**
 * The header as it was before it was split: at the revision that the user named (`from`), else its newest whole version
 * in the history of HEAD. Null where git has none: no repository, no commit, a shallow clone.
 */
export function originOf(tree: DiskTree, from: RevisionTree | null, was: Manifest, now: Manifest): OriginLookup {
  const path = now.header.value;
  const isWhole = wholeHeaderTest(path, [was, now]);
  if (from !== null) return namedOrigin(from, now, isWhole);
  const { repository, root } = tree;
  if (repository === null) return { kind: 'origin', origin: null };
  const found = newestVersion(repository, pathFromTopLevel(repository, root, path), isWhole);
  if (found === null) return { kind: 'origin', origin: null };
  let then: RevisionTree | null = null;
  const texts = new Map<string, string | null>();
  const readAnew = (file: string): string | null => {
    if (texts.size < FEW_FILES) return readAtCommit(repository, root, found.commit, file);
    if (then === null) {
      const opened = openRevisionTree(repository, root, found.commit);
      if (opened.kind === 'unknown') return null;
      then = opened.tree;
    }
    return then.read(file);
  };
  const read = (file: string): string | null => {
    const known = texts.get(file);
    if (known !== undefined) return known;
    const text = readAnew(file);
    texts.set(file, text);
    return text;
  };
  return { kind: 'origin', origin: { revision: found.commit, isNamed: false, header: found.text, read } };
}

/** Of a commit that is asked for more files than this all are listed. An edit of one line asks for one or two. */
const FEW_FILES = 3;

function namedOrigin(
  from: RevisionTree,
  { header, source }: Manifest,
  isWhole: (text: string) => boolean,
): OriginLookup {
  const place = placeOf(source, header.span);
  const text = from.read(header.value);
  if (text === null) {
    return refused(diagnostic('file-missing', `'${from.revision}' has no header '${header.value}'`, place));
  }
  const unfit = checkText({ path: header.value, text });
  if (unfit) return refused(unfit);
  if (!isWhole(text)) {
    return refused(diagnostic('header-split-then', `${header.value} is not whole at '${from.revision}'`, place));
  }
  return {
    kind: 'origin',
    origin: { revision: from.commit, isNamed: true, header: text, read: (file) => from.read(file) },
  };
}

function refused(finding: Diagnostic): OriginLookup {
  return { kind: 'refused', findings: [finding] };
}
