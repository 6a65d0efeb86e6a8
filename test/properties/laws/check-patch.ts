import { join } from 'node:path';
import { git, inTemporaryFolder, putFiles, snapshot } from '../../io/temporary-folder.ts';
import type { Files } from '../project.ts';
import { checkSameFiles, patchBetween } from './changes-between.ts';

/** Law 9: the patch from one state of a tree to another, applied by git, gives the same bytes. */
export async function checkPatch(before: Files, after: Files): Promise<void> {
  const patch = patchBetween(before, after);
  if (patch === '') return;
  await inTemporaryFolder((folder) => {
    const tree = join(folder, 'tree');
    putFiles(folder, { 'change.patch': patch, 'tree/.keep': '' });
    putFiles(tree, before);
    git(tree, 'apply', '../change.patch');
    const { '.keep': _keep, ...applied } = snapshot(tree);
    const files = Object.entries(applied).filter(([path]) => !path.endsWith('/'));
    checkSameFiles(Object.fromEntries(files), after, 'git apply makes of the patch');
  });
}
