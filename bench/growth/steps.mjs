// What is measured of a shape: a command line, after what has to have happened to the tree before.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Name -> { argv, prepare }; `prepare(folder, tool)` may call `tool(argv)`, none of which is measured. */
export const steps = new Map(
  Object.entries({
    init: { argv: () => ['init', 'h.h'] },
    check: { argv: (manifests) => ['check', ...manifests] },
    diff: { argv: (manifests) => ['diff', ...manifests] },
    apply: { argv: (manifests) => ['apply', ...manifests] },
    'check of a split': { argv: (manifests) => ['check', ...manifests], prepare: split },
    /** One function goes to another part. */
    regenerate: { argv: regenerate, prepare: editAfterSplit((text) => text.replace('f0: io', 'f0: common')) },
    'regenerate many': { argv: regenerate, prepare: editAfterSplit(exchangeParts) },
    'regenerate from history': {
      argv: regenerate,
      prepare: async (folder, tool) => {
        commit(folder);
        await editAfterSplit(exchangeParts)(folder, tool);
      },
    },
    'check of many edits': { argv: (manifests) => ['check', ...manifests], prepare: editAfterSplit(exchangeParts) },
    'init from split': { argv: () => ['init', '--from-split', 'h.h'], prepare: split },
    /** Every entry goes to the other part. */
    assign: { argv: ([manifest]) => ['assign', manifest, '/./=common', '--force', '--dry-run'] },
    users: { argv: (manifests) => ['users', ...manifests] },
    audit: { argv: (manifests) => ['audit', '--no-cache', ...manifests] },
    /** Of every four entries two have no part. */
    suggest: {
      argv: (manifests) => ['suggest', '--no-cache', ...manifests],
      prepare: (folder) => edit(folder, 'm.yaml', forgetParts),
    },
    review: { argv: (manifests) => ['review', '--no-cache', ...manifests, '-o', 'review.html'] },
    sync: {
      argv: (manifests) => ['sync', ...manifests],
      prepare: async (folder, tool) => {
        await split(folder, tool);
        edit(folder, 'h-io.h', (text) => text.replace(/(?=#endif[^\n]*\n*$)/, 'int added(void);\n'));
      },
    },
    series: {
      argv: (manifests) => ['series', ...manifests, '-o', 'mails'],
      prepare: async (folder) => commit(folder),
    },
  }),
);

function regenerate(manifests) {
  return ['regenerate', '--was', 'was.yaml', ...manifests];
}

async function split(_folder, tool) {
  await tool(['apply', 'm.yaml']);
}

function editAfterSplit(change) {
  return async (folder, tool) => {
    await split(folder, tool);
    writeFileSync(join(folder, 'was.yaml'), readFileSync(join(folder, 'm.yaml')));
    edit(folder, 'm.yaml', change);
  };
}

/** Of every four entries two go to the other part, and come between those that stay. */
function exchangeParts(manifest) {
  let count = 0;
  return manifest.replace(/^( {2,4}\w+: (?:\{ part: )?)(common|io)\b/gm, (line, entry, part) => {
    count += 1;
    return count % 4 < 2 ? line : entry + (part === 'io' ? 'common' : 'io');
  });
}

/** Of every four entries two have no part. */
function forgetParts(manifest) {
  let count = 0;
  return manifest.replace(/^( {2}\w+:) (?:common|io)$/gm, (line, entry) => {
    count += 1;
    return count % 4 < 2 ? line : entry;
  });
}

function edit(folder, path, change) {
  writeFileSync(join(folder, path), change(readFileSync(join(folder, path), 'latin1')), 'latin1');
}

function commit(folder) {
  git(folder, 'init', '-q');
  git(folder, 'add', '-A');
  git(folder, '-c', 'user.name=bench', '-c', 'user.email=bench@localhost', 'commit', '-q', '-m', 'Before');
}

function git(folder, ...words) {
  const { status, stderr } = spawnSync('git', ['-C', folder, ...words], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${words.join(' ')}: ${stderr}`);
}
