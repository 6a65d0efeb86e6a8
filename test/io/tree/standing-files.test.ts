import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { repositoryOf } from '../../../src/io/git/git.ts';
import { listRevision, type RevisionListing } from '../../../src/io/tree/list-revision.ts';
import { holdingInWorkTree, patternsFor } from '../../../src/io/tree/search-revision.ts';
import { filesNotStanding, type WorkTree } from '../../../src/io/tree/standing-files.ts';
import { commitAll, git, putFiles } from '../temporary-folder.ts';

/** Names of files, each after what is done to it; all say `word`. */
const CHANGED = [
  'assumed.c',
  'conflicted.c',
  'encoded.c',
  'filtered.c',
  'folder/linked.c',
  'gone.c',
  'ident.c',
  'intended.c',
  'linked.c',
  'macro.c',
  'recent.c',
  'replaced.c',
  'skipped.c',
  'staged.c',
  'unindexed.c',
  'written.c',
];
const SAME = ['crlf.c', 'same.c', 'unfiltered.c'];
const ATTRIBUTES = `[attr]ours filter=f
crlf.c text eol=crlf
encoded.c working-tree-encoding=UTF-16
filtered.c filter=f
ident.c ident
macro.c ours
unfiltered.c filter=f ident
unfiltered.c !filter !ident
`;

let top = '';
let prepared: { readonly work: WorkTree; readonly listing: RevisionListing };
beforeAll(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'header-split-test-')));
  prepared = prepare(top);
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

test('a file stands in the work tree where the index, its attributes and the disk all say so', () => {
  const { work, listing } = prepared;
  expect(filesNotStanding(work, listing, new Set())).toEqual(CHANGED);
  expect(filesNotStanding(work, listing, new Set(CHANGED.slice(1)))).toEqual(CHANGED.slice(0, 1));
});

test('a search finds each file of the revision, whatever the work tree holds', () => {
  const { work, listing } = prepared;
  const found = (word: string): readonly string[] | null => {
    const patterns = patternsFor([word]);
    const holding = patterns === null ? null : holdingInWorkTree(work, listing, patterns);
    return holding === null ? null : [...holding].filter((path) => listing.files.has(path)).sort();
  };
  expect(found('word')).toEqual([...CHANGED, ...SAME].sort());
  expect(found('nowhere')).toEqual(CHANGED);
});

test('where many files are others, or git cannot list, the work tree does not tell', () => {
  const { work, listing } = prepared;
  const many = Array.from({ length: 300 }, (_, at) => [`other-${at}.c`, { id: '0', mode: '100644' }] as const);
  const larger: RevisionListing = { ...listing, files: new Map([...listing.files, ...many]) };
  expect(filesNotStanding(work, larger, new Set())).toBeNull();
  const patterns = patternsFor(['word']);
  const repository = { ...work.repository, gitDir: join(top, 'nowhere') };
  expect(patterns && holdingInWorkTree({ ...work, repository }, listing, patterns)).toBeNull();
});

/** A revision whose files were changed in each way since, below a folder of the repository. */
function prepare(top: string): { readonly work: WorkTree; readonly listing: RevisionListing } {
  const root = join(top, 'sub');
  const all = [...CHANGED, ...SAME];
  putFiles(root, Object.fromEntries(all.map((path) => [path, `word in ${path}\n`])));
  const longAgo = new Date('2001-02-03');
  for (const path of all) if (path !== 'recent.c') utimesSync(join(root, path), longAgo, longAgo);
  utimesSync(join(root, 'recent.c'), new Date('2101-02-03'), new Date('2101-02-03'));
  commitAll(top);
  const repository = repositoryOf(top);
  if (repository === null) throw new Error('no repository');
  const tree = git(top, 'rev-parse', 'HEAD:sub').trim();
  const listing = listRevision(repository, tree);

  const id = listing.files.get('same.c')?.id ?? '';
  git(root, 'update-index', '--assume-unchanged', 'assumed.c');
  git(root, 'update-index', '--skip-worktree', 'skipped.c');
  putFiles(root, { 'assumed.c': 'else\n', 'skipped.c': 'else\n', 'staged.c': 'else\n', 'written.c': 'else\n' });
  git(root, 'add', 'staged.c');
  git(root, 'rm', '-q', '--cached', 'unindexed.c', 'intended.c');
  git(root, 'add', '-N', 'intended.c');
  git(root, 'update-index', '--cacheinfo', `100644,${id},sub/replaced.c`);
  const stages = `0 ${'0'.repeat(id.length)}\tsub/conflicted.c\n100644 ${id} 2\tsub/conflicted.c\n`;
  execFileSync('git', ['-C', top, 'update-index', '--index-info'], { input: stages });
  for (const path of ['gone.c', 'linked.c']) rmSync(join(root, path));
  symlinkSync('same.c', join(root, 'linked.c'));
  renameSync(join(root, 'folder'), join(root, 'elsewhere'));
  putFiles(root, { 'elsewhere/linked.c': 'else\n' });
  putFiles(top, { '.gitattributes': ATTRIBUTES });
  symlinkSync('elsewhere', join(root, 'folder'));
  return { work: { repository, folder: root }, listing };
}
