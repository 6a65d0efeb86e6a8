import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { branchProblem, createBranch } from '../../../src/io/series/create-branch.ts';
import { git } from '../temporary-folder.ts';
import { built, everyByte, inRepository, made, messageOf, onSite } from './series-fixture.ts';

const patches = [made('One', { 'a.h': ['a\n', 'A\r\n'] }), made('Two', { 'b.h': [null, 'b'] })];

function branchAt(top: string, name: string): Promise<string> {
  return onSite(top, ({ bench, start }) => {
    const commits = built({ bench, start }, patches);
    const text = (finding: Diagnostic | null): string => (finding === null ? 'made' : messageOf(finding));
    const problem = text(branchProblem(bench, name));
    const outcome = text(createBranch(bench, name, start.commit, commits[1]?.id ?? ''));
    return problem === 'made' ? outcome : problem;
  });
}

test('the commits come onto a new branch, and nothing else moves', async () => {
  await inRepository({ 'a.h': 'a\n' }, async (top) => {
    const state = (): string => git(top, 'status', '--porcelain=v2', '--branch') + git(top, 'reflog');
    const before = state();
    expect(await branchAt(top, 'split/ä')).toBe('made');
    expect(state()).toBe(before);
    expect(git(top, 'log', '--format=%s', 'HEAD..split/ä')).toBe('Two\nOne\n');
    expect(git(top, 'show', 'split/ä:a.h')).toBe('A\r\n');
    git(top, 'fsck', '--strict', '--no-dangling');
  });
});

test.each([
  ['taken', "branch-refused: the branch 'taken' cannot be made: it exists"],
  ['taken/more', "branch-refused: the branch 'taken/more' cannot be made: the branch 'taken' exists"],
  ['deep', "branch-refused: the branch 'deep' cannot be made: the branch 'deep/er' exists"],
  ['-d', "branch-refused: the branch '-d' cannot be made: git does not accept such a name"],
  ['a..b', "branch-refused: the branch 'a..b' cannot be made: git does not accept such a name"],
  ['HEAD', "branch-refused: the branch 'HEAD' cannot be made: git does not accept such a name"],
  ['@{-1}', "branch-refused: the branch '@{-1}' cannot be made: git does not accept such a name"],
  ['', "branch-refused: the branch '' cannot be made: git does not accept such a name"],
])('refused: %j', async (name, reason) => {
  await inRepository({ 'a.h': 'a\n' }, async (top) => {
    git(top, 'branch', 'taken');
    git(top, 'branch', 'deep/er');
    const before = everyByte(top);
    expect(await branchAt(top, name)).toBe(reason);
    expect(everyByte(top)).toEqual(before);
  });
});

test('refused while another process makes the same branch', async () => {
  await inRepository({ 'a.h': 'a\n' }, async (top) => {
    writeFileSync(join(top, '.git/refs/heads/new.lock'), '');
    expect(await branchAt(top, 'new')).toMatch(/^branch-refused: the branch 'new' cannot be made: .*new\.lock/s);
    expect(git(top, 'branch', '--list', 'new')).toBe('');
  });
});

const isRoot = process.getuid?.() === 0;
test('refused where it is checked out without a commit', async () => {
  await inRepository({ 'a.h': 'a\n' }, async (top) => {
    await onSite(top, (site) => {
      const tip = built(site, [made('A', { 'a.h': ['a\n', 'b\n'] })])[0]?.id ?? '';
      git(top, 'checkout', '-q', '--orphan', 'fresh');
      for (const [name, reason] of [
        ['fresh', 'it is checked out, without a commit yet'],
        ['@', 'git does not accept such a name'],
      ] as const) {
        const refused = createBranch(site.bench, name, site.start.commit, tip);
        expect(refused?.message).toBe(`the branch '${name}' cannot be made: ${reason}`);
      }
    });
  });
});

(isRoot ? test.skip : test)('refused where nothing may be written', async () => {
  await inRepository({ 'a.h': 'a\n' }, async (top) => {
    const folders = ['.git/objects', '.git/refs/heads', '.git/refs', '.git'].map((path) => join(top, path));
    const before = everyByte(top);
    for (const path of folders) chmodSync(path, 0o555);
    try {
      expect(await branchAt(top, 'new')).toMatch(/^branch-refused: the branch 'new' cannot be made: /);
    } finally {
      for (const path of folders.toReversed()) chmodSync(path, 0o755);
    }
    expect(everyByte(top)).toEqual(before);
  });
});
