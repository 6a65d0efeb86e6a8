import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FileChange } from '../../src/diff/file-change.ts';
import { journalPresent } from '../../src/io/write/journal.ts';
import { recover } from '../../src/io/write/recover.ts';
import type { WriteOutcome } from '../../src/io/write/writer.ts';
import { bundleScript } from './bundle-script.ts';
import { interruptedWrite } from './interrupted-write.ts';
import { commitAll, inTemporaryFolder, putFiles, snapshot } from './temporary-folder.ts';

const mode = '100644';
const changes: readonly FileChange[] = [
  { kind: 'modify', path: 'a.c', mode, before: 'a\n', after: 'A\xe9\n' },
  { kind: 'create', path: 'new/folder/b.h', mode, after: 'b\n' },
  { kind: 'modify', path: 'sub/c.h', mode, before: 'c\r\n', after: '' },
  { kind: 'delete', path: 'sub/d.h', mode, before: 'd' },
];
const before = { 'a.c': 'a\n', 'sub/': '', 'sub/c.h': 'c\r\n', 'sub/d.h': 'd' };
const filesBefore = Object.fromEntries(Object.entries(before).filter(([path]) => !path.endsWith('/')));
const after = { 'a.c': 'A\xe9\n', 'new/': '', 'new/folder/': '', 'new/folder/b.h': 'b\n', 'sub/': '', 'sub/c.h': '' };

let compiled = '';
beforeAll(() => {
  compiled = mkdtempSync(join(tmpdir(), 'header-split-io-'));
  bundleScript(interruptedWrite, join(compiled, 'interrupted-write.mjs'));
  mkdirSync(join(compiled, 'repository'));
  commitAll(join(compiled, 'repository'));
  writeFileSync(join(compiled, 'changes.json'), JSON.stringify(changes));
});
afterAll(() => rmSync(compiled, { recursive: true, force: true }));

describe.each([
  ['with git', true],
  ['without git', false],
])('%s', (_, hasGit) => {
  test('killed at every file operation: the next run finishes or undoes', async () => {
    const seen = new Set<string>();
    const kills = await killedAtEveryOperation(hasGit, (root, outcome) => {
      expect(outcome).toBe('killed');
      const recovery = recover(root);
      seen.add(recovery.kind);
      const expected = { undone: before, finished: after, nothing: null, stopped: {} }[recovery.kind];
      expect(snapshot(root)).toEqual(expected ?? (existsSync(join(root, 'new')) ? after : before));
      expectNoTrace(root);
    });
    expect([...seen].sort()).toEqual(['finished', 'nothing', 'undone']);
    expect(kills).toBeGreaterThan(40);
  }, 180_000);
});

test('refused by the system at every file operation: nothing changed, or the next run finishes', async () => {
  const seen = new Set<string>();
  await inTemporaryFolder(async (folder) => {
    const roots = Array.from({ length: 100 }, (_, at) => join(folder, `${at}-`));
    for (const root of roots) putFiles(root, filesBefore);
    const outcomes = await writeInterrupted('ENOSPC', 1, roots);
    expect(outcomes.at(-1)).toBe('whole');
    outcomes.forEach((outcome, at) => {
      const root = roots[at] ?? '';
      if (outcome === 'whole') return;
      if (outcome === 'killed') throw new Error('died of an error');
      seen.add(outcome.kind);
      const recovery = recover(root);
      if (outcome.kind === 'refused') expect(snapshot(root)).toEqual(before);
      else expect(recovery.kind === 'undone' ? before : after).toEqual(snapshot(root));
      expectNoTrace(root);
    });
    expect(outcomes.filter((outcome) => outcome !== 'whole').length).toBeGreaterThan(40);
  });
  expect([...seen].sort()).toEqual(['refused', 'unfinished']);
}, 180_000);

type Interrupted = WriteOutcome | 'killed';

/** Kills a write at its first operation, its second, and so on; the number of interruptions. */
async function killedAtEveryOperation(
  hasGit: boolean,
  examine: (root: string, outcome: Interrupted) => void,
): Promise<number> {
  let next = 1;
  let interrupted = 0;
  const lane = async (): Promise<void> => {
    for (let whole = false; !whole; ) {
      const count = next++;
      whole = await inTemporaryFolder(async (root) => {
        putFiles(root, filesBefore);
        if (hasGit) cpSync(join(compiled, 'repository/.git'), join(root, '.git'), { recursive: true });
        const [outcome = 'whole'] = await writeInterrupted('kill', count, [root]);
        if (outcome === 'whole') return true;
        examine(root, outcome);
        interrupted++;
        return false;
      });
    }
  };
  await Promise.all([lane(), lane(), lane()]);
  return interrupted;
}

/** What becomes of the changes below each root, interrupted at the operation `count`, and one later below each further. */
function writeInterrupted(
  kind: string,
  count: number,
  roots: readonly string[],
): Promise<readonly (Interrupted | 'whole')[]> {
  const args = [join(compiled, 'interrupted-write.mjs'), join(compiled, 'changes.json'), kind, String(count), ...roots];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, (error, stdout) => {
      if (error) return error.signal === 'SIGKILL' ? resolve(['killed']) : reject(error);
      const outcomes: readonly (WriteOutcome | { readonly kind: 'whole' })[] = JSON.parse(stdout);
      resolve(outcomes.map((outcome) => (outcome.kind === 'whole' ? 'whole' : outcome)));
    });
  });
}

function expectNoTrace(root: string): void {
  expect(journalPresent(root)).toBe(false);
  expect(recover(root)).toEqual({ kind: 'nothing' });
}
