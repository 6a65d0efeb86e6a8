import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { qemuManifests } from '../manifests.mjs';
import { mustRun } from '../processes.mjs';
import { clone } from '../scratch.mjs';

const ASSERT = 'g_assert(qemu_in_main_thread());';
const AUTHOR = { 'user.name': 'Ada Lovelace', 'user.email': 'ada@example.org', 'gc.auto': '0' };

/** A clone in which a person works, without git's housekeeping in between. */
export function authorsClone(tree, to) {
  clone(tree, to);
  for (const [key, value] of Object.entries(AUTHOR)) mustRun('git', ['-C', to, 'config', key, value]);
  return to;
}

/**
 * A folder with a series file for some of the QEMU manifests, copies of these that assert by qemu_in_main_thread() and
 * change the includes of users, and the mail of a patch that introduces that function.
 */
export function seriesInput(context, scratch, names) {
  const folder = join(scratch, `series-${names.join('-')}`);
  mkdirSync(folder, { recursive: true });
  const manifests = names.map((name) => qemuManifests().find((one) => one.name === name));
  for (const { name, path } of manifests)
    writeFileSync(join(folder, `${name}.yaml`), manifestText(readFileSync(path, 'latin1')), 'latin1');
  const mail = prerequisiteMail(context, folder);
  const file = join(folder, 'series.yaml');
  writeFileSync(file, seriesFile(names, mail));
  return {
    folder,
    file,
    mail: join(folder, mail),
    manifests,
    paths: names.map((name) => join(folder, `${name}.yaml`)),
  };
}

/** What the series does to the wrapper generator's input besides what `apply` does. */
export const GENERATOR = {
  file: 'block/meson.build',
  from: '../include/block/block.h',
  to: '../include/block/block-io.h',
};

function manifestText(text) {
  const changed = text.replace('g_assert(qemu_mutex_iothread_locked());', ASSERT);
  if (changed === text) throw new Error('the manifest asserts otherwise');
  return `${changed}\nusers: { rewrite: all }\n`;
}

function seriesFile(names, mail) {
  const list = names.map((name) => `${name}.yaml`).join(', ');
  const consumers = names.includes('block')
    ? `consumers:
  - file: ${GENERATOR.file}
    header: include/block/block.h
    with: split
    replace: { from: ${GENERATOR.from}, to: ${GENERATOR.to} }
`
    : '';
  return `version: 1
manifests: [${list}]
cover:
  title: "block: split {{names}} by what needs the BQL"
  body: |
    The block layer has functions that run in the main loop, under the BQL, and functions that any thread may call.
    The headers declare them side by side, and nothing tells them apart.

    Split each header in a part for either, and assert in the former that they run where they must.
subjects:
  split: "block: split {{name}} into {{parts}}"
  assertions: "block: assert the BQL in functions of {{name}}"
prerequisites: [{ mail: ${mail} }]
${consumers}`;
}

/** Writes the mail that introduces the assertions' predicate, as somebody writes one by hand; its name. */
function prerequisiteMail(context, folder) {
  const tree = authorsClone(context.before, join(folder, 'prerequisite'));
  edit(tree, 'include/qemu/main-loop.h', 'bool qemu_mutex_iothread_locked(void);\n', DECLARATION);
  edit(
    tree,
    'softmmu/cpus.c',
    'bool qemu_mutex_iothread_locked(void)\n{\n    return iothread_locked;\n}\n',
    DEFINITION,
  );
  edit(tree, 'stubs/iothread-lock.c', 'bool qemu_mutex_iothread_locked(void)\n{\n    return true;\n}\n', STUB);
  mustRun('git', ['-C', tree, 'commit', '-q', '-s', '-a', '-F', '-'], { input: MESSAGE });
  const written = mustRun('git', ['-C', tree, 'format-patch', '-1', '-o', folder]);
  return written.trim().slice(folder.length + 1);
}

function edit(tree, file, after, text) {
  const path = join(tree, file);
  const before = readFileSync(path, 'latin1');
  if (before.split(after).length !== 2) throw new Error(`${file} is not as expected`);
  writeFileSync(
    path,
    before.replace(after, () => `${after}\n${text}`),
    'latin1',
  );
}

const MESSAGE = `main-loop: introduce qemu_in_main_thread()

Functions that must run in the main loop want to say so. Today they can ask
qemu_mutex_iothread_locked(), whose name speaks of the lock and not of what
the caller wants to know.

The two mean the same for now. In tools there is but one thread.
`;

const DECLARATION = `/**
 * qemu_in_main_thread: Return whether the caller may do what only the
 * main loop does.
 *
 * That is so in the main loop itself, and in every thread that holds the
 * main loop mutex.  Functions that need it assert it.
 */
bool qemu_in_main_thread(void);
`;

const DEFINITION = `bool qemu_in_main_thread(void)
{
    return qemu_mutex_iothread_locked();
}
`;

const STUB = `bool qemu_in_main_thread(void)
{
    return true;
}
`;
