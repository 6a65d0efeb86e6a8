import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { qemuManifests } from '../manifests.mjs';
import { headerSplit, lastLines, mustHeaderSplit, mustRun } from '../processes.mjs';
import { newRandom } from '../random.mjs';
import { reset, treeId } from '../scratch.mjs';
import { changedFiles, commit, filesDefining, MANIFEST, workingClone, writeManifest } from './edited-tree.mjs';
import { drawEdit, fileOf, partOf } from './manifest-edits.mjs';
import { changedLines } from './move-diff.mjs';

const SEED = 20211201;
/** After so many edits the tree is compared with a fresh split. */
const STRIDE = 10;

/**
 * Random edits of the manifest of QEMU's block.h one after another, `regenerate` after each, the tree committed after
 * each. After every tenth the tree has the bytes of a fresh split by the edited manifest. What moves one function
 * touches its two part files and what defines it, and at most includes of part files in others. An edit that
 * `regenerate` refuses, the split refuses too; it is taken back, and nothing was written.
 */
export function regenerateSequence({ context, tally, scratch }) {
  const { yaml: first } = qemuManifests().find(({ name }) => name === 'block');
  const tree = workingClone(context.before, join(scratch, 'sequence'));
  const declared = declaredNames(readFileSync(join(tree, first.header), 'latin1'));
  writeManifest(tree, first);
  mustHeaderSplit(context, ['apply', MANIFEST], { cwd: tree });
  commit(tree, 'Split');
  const fresh = workingClone(context.before, join(scratch, 'fresh'));
  mustRun('sh', ['-c', 'echo "$1/.git/objects" >> "$0/.git/objects/info/alternates"', fresh, tree]);
  const random = newRandom(SEED);
  const problems = [];
  const counts = new Map();
  let yaml = first;
  let refused = 0;
  for (let done = 0; done < context.edits; ) {
    const edit = drawEdit(yaml, declared, random);
    const title = `edit ${done + 1} (${edit.kind}: ${edit.what})`;
    writeManifest(tree, edit.yaml);
    const regenerated = headerSplit(context, ['regenerate', MANIFEST], { cwd: tree });
    if (regenerated.status === 0) {
      if (edit.kind === 'reassign') problems.push(...touched(tree, yaml, edit).map((file) => `${title}: ${file} too`));
      commit(tree, title);
      yaml = edit.yaml;
      done++;
      counts.set(edit.kind, (counts.get(edit.kind) ?? 0) + 1);
      if (done % STRIDE === 0 || done === context.edits)
        problems.push(...otherBytes(context, tree, fresh, yaml, title));
      continue;
    }
    refused++;
    problems.push(...wrongRefusal(context, tree, fresh, edit.yaml, regenerated).map((line) => `${title}: ${line}`));
    reset(tree);
  }
  tally.check(
    'edits of a manifest in sequence',
    `${context.edits} edits, seed ${SEED}, ${refused} refused, ${[...counts].map((one) => one.join(' ')).join(', ')}`,
    problems,
  );
}

/** Macros and types that a header in QEMU's style declares, its guard left out. */
function declaredNames(text) {
  const found = [...text.matchAll(/^(?:#define (\w+)[ (]|typedef (?:struct|enum) (\w+) \{|\} (\w+);)/gm)];
  return [...new Set(found.map(([, macro, tag, type]) => macro ?? tag ?? type))];
}

/** The files that moving one function changed and need not have. */
function touched(tree, before, { name, from, to }) {
  // A part that it leaves empty, or enters first, has no file on one side, and the wrapper knows.
  const peers = Object.entries(before.prototypes).filter(([other, entry]) => other !== name && partOf(entry) === from);
  const others = Object.values(before.prototypes).filter((entry) => partOf(entry) === to);
  const parts = new Set(Object.keys(before.parts).map((part) => fileOf(before, part)));
  const isSmall = peers.length === 0 || others.length === 0;
  const allowed = new Set([
    MANIFEST,
    fileOf(before, from),
    fileOf(before, to),
    ...(isSmall ? [before.header] : []),
    ...filesDefining(tree, name),
  ]);
  // A third part file may need no include of its own any more, or one, by what the two include now.
  const isInclude = (line) => /^#include "/.test(line);
  return changedFiles(tree).filter((file) => {
    if (allowed.has(file)) return false;
    const { added, removed } = changedLines(tree, [file]);
    return !parts.has(file) || ![...added, ...removed].every(isInclude);
  });
}

/** What differs from a split of the tree as it once was by the manifest of today. */
function otherBytes(context, tree, fresh, yaml, title) {
  reset(fresh);
  writeManifest(fresh, yaml);
  const applied = headerSplit(context, ['apply', MANIFEST], { cwd: fresh });
  if (applied.status !== 0) return [`${title}: the split stops: ${lastLines(applied)}`];
  const [ours, theirs] = [treeId(tree), treeId(fresh)];
  if (ours === theirs) return [];
  const stat = mustRun('git', ['-C', fresh, 'diff', '--stat', theirs, ours]).trim().split('\n');
  return stat.map((line) => `${title}: ${line}`);
}

function wrongRefusal(context, tree, fresh, yaml, regenerated) {
  const problems = regenerated.status === 2 ? [] : [`exit ${regenerated.status}: ${lastLines(regenerated)}`];
  const written = changedFiles(tree).filter((file) => file !== MANIFEST);
  if (written.length > 0) problems.push(`refused, and wrote ${written.join(', ')}`);
  reset(fresh);
  writeManifest(fresh, yaml);
  const split = headerSplit(context, ['diff', '--stat', MANIFEST], { cwd: fresh });
  if (split.status === 0) problems.push(`refused, and the split is not: ${lastLines(regenerated)}`);
  return problems;
}
