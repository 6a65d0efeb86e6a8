import { assertNever } from '../../diagnostics/assert-never.ts';
import type { FileChange } from '../../diff/file-change.ts';
import { placeOf, placeOfFile } from '../../text/place.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Span } from '../../text/span.ts';
import { applyEdits, type TextEdit } from '../../text/text-edit.ts';
import type { Tree } from '../../text/tree.ts';
import type { ConsumerProposal, SplitFiles } from './consumer-proposal.ts';
import { type FileForm, formOf } from './file-form.ts';
import { type FindNames, findNamesOf } from './header-names.ts';
import { kernelDocEdits } from './kernel-doc-edits.ts';
import { listEdits } from './list-edits.ts';
import { maintainersEdits } from './maintainers-edits.ts';
import type { IsFolder } from './maintainers-pattern.ts';

/**
 * What to do about the files that name a header otherwise than by including it (`others`), so that its part files are
 * named too. MAINTAINERS in the root is looked at in any case, because its patterns need not name what they cover. In
 * the order of the paths. A change is proposed only where the file's own form leaves no choice.
 */
export function proposeConsumerChanges(
  tree: Tree,
  split: SplitFiles & { readonly others: readonly string[] },
): readonly ConsumerProposal[] {
  const partFiles = [...new Set(split.partFiles)].filter((file) => file !== split.header);
  const files = [...new Set([...split.others, ROOT_MAINTAINERS])].sort();
  const findNames = findNamesOf(tree, split.header);
  return files.flatMap((file) => {
    const text = tree.read(file);
    if (text === null) return [];
    const proposal = propose(tree, { path: file, text }, findNames, { header: split.header, partFiles });
    return proposal.change === null && !split.others.includes(file) ? [] : [proposal];
  });
}

const ROOT_MAINTAINERS = 'MAINTAINERS';

function propose(tree: Tree, source: SourceText, findNames: FindNames, split: SplitFiles): ConsumerProposal {
  const form = formOf(source);
  const names = findNames(source);
  switch (form) {
    case 'maintainers': {
      const { edits, covering } = maintainersEdits(foldersOf(tree), source.text, split);
      const why = edits.length > 0 ? 'its patterns cover the header and not the part files' : COVERED;
      return proposal(tree, source, 'maintainers', covering.length > 0 ? covering : names, edits, why);
    }
    case 'make':
    case 'cmake':
    case 'quoted':
    case 'plain': {
      const { edits, kind, why, feeds } = listEdits(source, form, names, split);
      return { ...proposal(tree, source, kind, names, edits, why), feeds };
    }
    case 'document': {
      const edits = kernelDocEdits(tree, source, names, split);
      if (edits.length === 0) return proposal(tree, source, 'unknown', names, [], LEFT_TO_PEOPLE.document);
      return proposal(tree, source, 'kernel-doc', names, edits, 'the comments that it renders are in these files now');
    }
    case 'source':
    case 'script':
    case 'binary':
      return proposal(tree, source, 'unknown', names, [], LEFT_TO_PEOPLE[form]);
    default:
      return assertNever(form);
  }
}

const COVERED = 'its patterns cover the part files already';

const LEFT_TO_PEOPLE: Readonly<
  Record<Exclude<FileForm, 'maintainers' | 'make' | 'cmake' | 'quoted' | 'plain'>, string>
> = {
  source: 'a string in C names it; the wrapper still has that name',
  document: 'a document; which part file it should name depends on what it says',
  script: 'a program; what it does with the header cannot be seen from the name',
  binary: 'not a text',
};

function proposal(
  tree: Tree,
  source: SourceText,
  kind: ConsumerProposal['kind'],
  at: readonly Span[],
  edits: readonly TextEdit[],
  why: string,
): ConsumerProposal {
  const [first, ...rest] = at.map((span) => placeOf(source, span));
  return {
    file: source.path,
    lines: first ? [first, ...rest] : [placeOfFile(source.path)],
    kind,
    feeds: false,
    change: edits.length > 0 ? changeOf(tree, source, edits) : null,
    why,
  };
}

function changeOf(tree: Tree, { path, text }: SourceText, edits: readonly TextEdit[]): FileChange {
  return { kind: 'modify', path, mode: tree.mode(path), before: text, after: applyEdits(text, edits) };
}

function foldersOf(tree: Tree): IsFolder {
  const folders = new Set<string>();
  for (const file of tree.files()) {
    for (
      let at = file.lastIndexOf('/');
      at > 0 && !folders.has(file.slice(0, at));
      at = file.lastIndexOf('/', at - 1)
    ) {
      folders.add(file.slice(0, at));
    }
  }
  return (path) => folders.has(path);
}
