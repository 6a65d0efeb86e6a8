import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { soundProject } from '../bad-input/sound-project.ts';
import { commitAll, inTemporaryFolder, putFiles } from '../io/temporary-folder.ts';
import { blocksOf } from './markdown-blocks.ts';

type Step = { readonly uses?: string; readonly run?: string; readonly with?: unknown };
type Workflow = { readonly on: unknown; readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>> };
type Job = { readonly script: readonly string[] };
type Hooks = { readonly repos: readonly { readonly repo: string; readonly hooks: readonly Hook[] }[] };
type Hook = {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly entry: string;
  readonly files: string;
  readonly pass_filenames: boolean;
};

const [annotations, scanning, gitlab, preCommit] = blocksOf('ci.md', 'yaml').map((block) => parse(block) as unknown);
const [makefile = ''] = blocksOf('ci.md', 'make');
const hook = (preCommit as Hooks).repos[0]?.hooks[0];

/** Every line of shell in the snippets that calls the tool, by where it stands. */
const lines: readonly (readonly [string, string])[] = [
  ...toolLines('annotations', runLines(annotations as Workflow)),
  ...toolLines('code scanning', runLines(scanning as Workflow)),
  ...toolLines(
    'GitLab',
    Object.values(gitlab as Record<string, Job>).flatMap(({ script }) => script),
  ),
  ...toolLines('pre-commit', [hook?.entry ?? '']),
  ['make', 'make -s check-headers'],
];

test.each(lines)('%s: `%s` passes on a sound split and fails on one with a mistake', async (_, line) => {
  await inTemporaryFolder((folder) => {
    putFiles(folder, inManifests({ ...soundProject, Makefile: makefile }));
    commitAll(folder);
    const tool = putTool(folder);
    expect(run(folder, tool, 'header-split apply manifests/*.yaml').status).toBe(0);
    expect(run(folder, tool, line).status).toBe(0);
    const header = join(folder, 'include/store-io.h');
    const grown = readFileSync(header, 'latin1').replace('int store_read', 'int store_new(void);\nint store_read');
    writeFileSync(header, grown, 'latin1');
    const { status, stdout, stderr } = run(folder, tool, line);
    // make has a code of its own for a recipe that fails.
    expect(status).toBe(line.startsWith('make') ? 2 : 1);
    const written = line.includes('>') ? readFileSync(join(folder, 'header-split.sarif'), 'latin1') : stdout;
    expect(written + stderr).toContain('prototype-unlisted');
  });
});

test('each snippet has a line that calls the tool', () => {
  expect(lines.map(([where]) => where)).toEqual(['annotations', 'code scanning', 'GitLab', 'pre-commit', 'make']);
});

test('the workflows have the shape that GitHub reads', () => {
  for (const workflow of [annotations, scanning] as Workflow[]) {
    expect(workflow.on).toEqual(['push', 'pull_request']);
    for (const job of Object.values(workflow.jobs))
      for (const step of job.steps) expect([step.uses, step.run].filter((one) => one !== undefined)).toHaveLength(1);
  }
  const steps = Object.values((scanning as Workflow).jobs).flatMap((job) => job.steps);
  expect(steps.at(-1)?.with).toMatchObject({ sarif_file: 'header-split.sarif' });
});

test('the hook has the keys that pre-commit asks for, and its pattern takes C files and manifests', () => {
  expect((preCommit as Hooks).repos[0]?.repo).toBe('local');
  expect(hook).toMatchObject({ id: 'header-split', language: 'system', pass_filenames: false });
  expect(hook?.name).not.toBe('');
  const pattern = new RegExp(hook?.files ?? '');
  expect(['block/io.c', 'include/a.h', 'manifests/a.yaml'].every((file) => pattern.test(file))).toBe(true);
  expect(['README.md', 'docs/a.yaml', 'a.html'].some((file) => pattern.test(file))).toBe(false);
});

function runLines(workflow: Workflow): readonly string[] {
  return Object.values(workflow.jobs).flatMap(({ steps }) => steps.flatMap((step) => step.run ?? []));
}

function toolLines(where: string, shell: readonly string[]): readonly (readonly [string, string])[] {
  return shell.filter((line) => line.includes('header-split check')).map((line) => [where, line]);
}

function inManifests(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path.endsWith('.yaml') ? `manifests/${path}` : path, text]),
  );
}

/** A command `header-split` that starts the build, in a folder for the PATH. */
function putTool(folder: string): string {
  const project = resolve(import.meta.dirname, '../..');
  const dist = process.env['HEADER_SPLIT_DIST'];
  const start = dist === undefined ? 'bin/header-split.js' : 'test/bad-input/start-dist.mjs';
  putFiles(folder, { '.tool/header-split': `#!/bin/sh\nexec '${process.execPath}' '${join(project, start)}' "$@"\n` });
  chmodSync(join(folder, '.tool/header-split'), 0o755);
  return join(folder, '.tool');
}

function run(cwd: string, tool: string, line: string) {
  const dist = process.env['HEADER_SPLIT_DIST'];
  const env = {
    PATH: `${tool}:${process.env['PATH']}`,
    HOME: cwd,
    LC_ALL: 'C',
    ...(dist === undefined ? {} : { HEADER_SPLIT_DIST: resolve(dist) }),
  };
  return spawnSync('bash', ['-e', '-c', line], { cwd, encoding: 'utf8', env });
}
