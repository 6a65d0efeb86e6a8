import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { mustHeaderSplit, mustRun } from '../processes.mjs';
import { newRandom } from '../random.mjs';
import { changedFiles, commit, workingClone } from './edited-tree.mjs';
import { fileOf, reassignSome } from './manifest-edits.mjs';
import { moveProblems } from './move-diff.mjs';

const HEADERS = ['include/sysemu/block-backend.h', 'include/block/block.h', 'include/block/block_int.h'];
const SEED = 20220815;
const REASSIGNED = 10;

/**
 * QEMU 7.2, split by its maintainers, with the manifests that `init --from-split` learns. `regenerate` has nothing to
 * do; ten functions reassigned, its diff has their declarations and assertions alone; reassigned back, no byte differs
 * from the start, whether the first change was committed or not. With each manifest alone and all together, tracked by
 * git and outside the tree.
 */
export function splitByHand({ context, tally, scratch: common }) {
  const scratch = mkdtempSync(join(common, 'by-hand-'));
  const learnt = HEADERS.map((header) => {
    const name = `${basename(header, '.h')}.yaml`;
    const path = join(scratch, name);
    mustHeaderSplit(context, ['init', '--from-split', '-C', context.after, join(context.after, header), '-o', path]);
    return { name, header, yaml: parse(readFileSync(path, 'utf8')) };
  });
  const tree = workingClone(context.after, join(scratch, 'split-by-hand'));
  const start = mustRun('git', ['-C', tree, 'rev-parse', 'HEAD']).trim();
  for (const manifests of [...learnt.map((one) => [one]), learnt]) {
    for (const place of ['tracked', 'outside']) {
      mustRun('git', ['-C', tree, 'reset', '-q', '--hard', start]);
      const folder = place === 'tracked' ? tree : scratch;
      const title = `${manifests.map(({ header }) => basename(header)).join(', ')}, manifests ${place}`;
      reassigned({ context, tally, tree, folder, manifests, title });
    }
  }
}

function reassigned({ context, tally, tree, folder, manifests, title }) {
  const paths = manifests.map(({ name }) => join(folder, name));
  const write = (yamls) => {
    for (const [at, yaml] of yamls.entries()) writeFileSync(paths[at], stringify(yaml, { lineWidth: 0 }));
  };
  const regenerate = () => mustHeaderSplit(context, ['regenerate', '-C', tree, ...paths]);
  const before = manifests.map(({ yaml }) => yaml);
  const names = manifests.map(({ name }) => name);
  const changed = () => changedFiles(tree).filter((file) => !names.includes(file));
  write(before);
  commit(tree, 'Manifests');
  regenerate();
  tally.check(`nothing to regenerate: ${title}`, 'no difference', changed());

  const random = newRandom(SEED);
  const edits = before.map((yaml) => reassignSome(yaml, textOf(tree, yaml), REASSIGNED, random));
  const after = edits.map(({ yaml }) => yaml);
  write(after);
  regenerate();
  const files = changed();
  const figures = `${edits.flatMap(({ moved }) => moved).length} functions, ${files.length} files`;
  tally.check(`reassigned: ${title}`, figures, moveProblems(tree, files, edits));

  write(before);
  regenerate();
  tally.check(`reassigned back, not committed: ${title}`, 'no difference', changed());

  write(after);
  regenerate();
  commit(tree, 'Reassigned');
  write(before);
  regenerate();
  const left = mustRun('git', ['-C', tree, 'diff', '--name-only', 'HEAD~', '--', ...files]);
  tally.check(`reassigned back after a commit: ${title}`, 'no difference', left.split('\n').filter(Boolean));
}

/** The part files' bytes, one after the other. */
function textOf(tree, yaml) {
  const files = new Set(Object.keys(yaml.parts).map((part) => fileOf(yaml, part)));
  return [...files].map((file) => readFileSync(join(tree, file), 'latin1')).join('\n');
}
