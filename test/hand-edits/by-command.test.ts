import { expect, test } from '@jest/globals';
import { runCommand } from '../commands/run-command.ts';
import { commitAll, git, inTemporaryFolder, putFiles, snapshot } from '../io/temporary-folder.ts';
import { commentEdits } from './edits/comments.ts';
import { declarationEdits } from './edits/declarations.ts';
import { frameEdits } from './edits/frames.ts';
import { sourceEdits } from './edits/sources.ts';
import { editByHand, editOtherSplit, type HandEdit } from './hand-edit.ts';
import { changesBanner, type ManifestEdit, movesAttach, renamesFile } from './manifest-edits.ts';
import { type Contents, whole } from './project.ts';

const all = [...commentEdits, ...frameEdits, ...declarationEdits, ...sourceEdits];

function handEdit(name: string): HandEdit {
  const found = all.find((one) => one.name === name);
  if (!found) throw new Error(`no hand edit is called '${name}'`);
  return found;
}

async function run(folder: string, command: string) {
  return runCommand(folder, [command, 'disk.yaml']);
}

/** The project, split and committed, then edited by hand, then regenerated after an edit of its manifest. */
async function regenerateByCommand(edited: HandEdit | null, { manifest }: ManifestEdit) {
  return inTemporaryFolder(async (folder) => {
    putFiles(folder, whole);
    commitAll(folder);
    expect((await run(folder, 'apply')).exitCode).toBe(0);
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'split');
    const files = edited === null ? {} : editByHand(snapshot(folder), edited);
    const touched = new Set(edited?.replacements.map(({ file }) => file));
    putFiles(folder, Object.fromEntries(Object.entries(files).filter(([path]) => touched.has(path))));
    putFiles(folder, { 'disk.yaml': manifest });
    const before = snapshot(folder);
    const { exitCode, err } = await run(folder, 'regenerate');
    const after: Contents = snapshot(folder);
    return { exitCode, err, before, after };
  });
}

test.each([
  ['trailing comment of the moved function', movesAttach],
  ['signature of the moved function changed', movesAttach],
  ['statement added at the end of a body', movesAttach],
  ['include of a sibling added', renamesFile],
  ['include of the header dropped', renamesFile],
])('%s: regenerate keeps it', async (name, edit) => {
  const alone = await regenerateByCommand(null, edit);
  const both = await regenerateByCommand(handEdit(name), edit);
  expect(both).toMatchObject({ exitCode: 0, after: editOtherSplit(alone.after, handEdit(name), edit.renames) });
});

test.each([
  ['moved function deleted', movesAttach],
  ['guard changed', renamesFile],
  ['banner of graph rewritten', changesBanner],
])('%s: regenerate stops and writes nothing', async (name, edit) => {
  const { exitCode, err, before, after } = await regenerateByCommand(handEdit(name), edit);
  expect({ exitCode, after }).toEqual({ exitCode: 2, after: before });
  expect(err).toContain('[hand-edit-contradicts]');
  expect(err).toMatch(/include\/disk-graph\.h/);
  expect(err).toMatch(/disk\.yaml:\d+/);
});
