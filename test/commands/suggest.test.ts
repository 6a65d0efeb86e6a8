import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { expect, test } from '@jest/globals';
import { commitAll, inTemporaryFolder, putFiles } from '../io/temporary-folder.ts';
import { runCommand } from './run-command.ts';

const project = {
  'v.h':
    '#ifndef V_H\n#define V_H\nvoid v_open(void);\nvoid v_reopen(void);\nvoid v_read(void);\nvoid v_fill(void);\nvoid v_both(void);\nvoid v_lone(void);\n#endif\n',
  'v.c':
    '#include "v.h"\nvoid v_open(void) { }\nvoid v_reopen(void) { v_open(); }\nvoid v_fill(void) { }\nvoid v_read(void) { v_fill(); v_both(); }\nvoid v_both(void) { v_open(); }\nvoid v_lone(void) { }\n',
  'v.yaml': `version: 1
header: v.h
parts:
  common: {}
  graph: { assert: "v_check();", may_call: [graph, io, common] }
  io: { may_call: [io, common] }
prototypes:
  v_open: graph
  v_reopen: # v.c
  v_read: io
  v_fill:
  v_both:
  v_lone:
`,
};

async function inProject(work: (folder: string) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, project);
    commitAll(folder);
    await work(folder);
  });
}

test('suggest tells parts with their evidence, and writes nothing', async () => {
  await inProject(async (folder) => {
    const { exitCode, out, err } = await runCommand(folder, ['suggest', 'v.yaml']);
    expect(exitCode).toBe(0);
    expect(out.split('\n')).toEqual([
      'v_reopen: graph (certain)  calls v_open (graph) v.c:3',
      'v_fill: io (certain)       called by v_read (io) v.c:5',
      'v_both: ? (contradicted)   calls v_open (graph) v.c:6, but called by v_read (io) v.c:5',
      'v_lone: ?                  no evidence',
      '',
    ]);
    expect(err).toContain('[suggestion-contradicted]');
    expect(err).toContain('v.yaml:12:3');
    expect(err).toContain('2 certain, 1 open, 1 contradicted\n');
    expect(readFileSync(join(folder, 'v.yaml'), 'latin1')).toBe(project['v.yaml']);
  });
});

test('suggest --evidence tells all that is known of each function, and why it does not decide', async () => {
  await inTemporaryFolder(async (folder) => {
    const names = ['c_new', 'c_read', 'c_end', 'c_buffer'];
    const bodies =
      'void c_new(void) { c_buffer(); }\nvoid c_read(void) { c_buffer(); }\nvoid c_end(void) { c_buffer(); }\n';
    putFiles(folder, {
      'c.h': `${names.map((name) => `void ${name}(void);\n`).join('')}`,
      'c.c': `#include "c.h"\n${bodies}void c_buffer(void) { }\nint main(void) { c_buffer(); }\n`,
      'c.yaml':
        'version: 1\nheader: c.h\nparts:\n  common: {}\n  conn: {}\n  item: {}\nshared: common\n' +
        'prototypes:\n  c_new: conn\n  c_read: conn\n  c_end: conn\n  c_buffer:\n',
    });
    commitAll(folder);
    const whole = await runCommand(folder, ['suggest', 'c.yaml', '--evidence']);
    expect(whole.out.split('\n')).toEqual([
      'c_buffer: ?',
      '  called by c_new (conn) c.c:2',
      '  called by c_read (conn) c.c:3',
      '  called by c_end (conn) c.c:4',
      '  is called by main c.c:6',
      expect.stringMatching(/^ {2}does not decide: conn is ahead by \d\.\d, and 2\.9 would be enough$/),
      '',
    ]);
    const { out } = await runCommand(folder, ['suggest', 'c.yaml']);
    expect(out).toBe('c_buffer: ?  called by c_new (conn) c.c:2 and 2 more like it; is called by main c.c:6\n');
  });
});

test('suggest --file looks for what an audit file says in place of the usual signs', async () => {
  const audit = (matches: string) =>
    `version: 1\nmanifests: [v.yaml]\nevidence:\n  - { name: stands alone, where: name, matches: '${matches}', says: others }\n`;
  await inProject(async (folder) => {
    putFiles(folder, { 'audit.yaml': audit('_lone$'), 'bad.yaml': audit('a{2}') });
    const { out } = await runCommand(folder, ['suggest', 'v.yaml', '--file', 'audit.yaml']);
    expect(out).toContain('v_lone: ?                  stands alone\n');
    const bad = await runCommand(folder, ['suggest', 'v.yaml', '--file', 'bad.yaml']);
    expect(bad.exitCode).toBe(2);
    expect(bad.err).toContain('bad.yaml:4:');
  });
});

test('suggest --write fills empty entries, each with a remark, and has nothing to write the next time', async () => {
  await inProject(async (folder) => {
    const { err } = await runCommand(folder, ['suggest', 'v.yaml', '--write', '--certain']);
    expect(err).toContain('wrote 2 parts\n');
    const written = readFileSync(join(folder, 'v.yaml'), 'latin1');
    expect(written).toBe(
      project['v.yaml']
        .replace('v_reopen: # v.c', 'v_reopen: graph # v.c; suggested: calls v_open (graph) v.c:3')
        .replace('v_fill:', 'v_fill: io # suggested: called by v_read (io) v.c:5'),
    );
    expect((await runCommand(folder, ['suggest', 'v.yaml', '--write'])).err).toContain('wrote 0 parts\n');
    expect(readFileSync(join(folder, 'v.yaml'), 'latin1')).toBe(written);
  });
});

test('a path that would end a comment or steer a terminal stays text', async () => {
  await inProject(async (folder) => {
    const odd = 'a\u001b[31m\n# x.c';
    writeFileSync(join(folder, odd), 'void v_lone(void) { v_open(); }\n');
    writeFileSync(join(folder, 'v.c'), project['v.c'].replace('void v_lone(void) { }\n', ''));
    commitAll(folder);
    const { out } = await runCommand(folder, ['suggest', 'v.yaml', '--write', '--certain']);
    expect(out).not.toContain('\u001b');
    expect(readFileSync(join(folder, 'v.yaml'), 'latin1').split('\n')).toHaveLength(
      project['v.yaml'].split('\n').length,
    );
  });
});

test('the built command gives JSON, and refuses --certain alone', async () => {
  await inProject(async (folder) => {
    const bin = resolve(import.meta.dirname, '../../bin/header-split.js');
    const run = (...args: readonly string[]) =>
      spawnSync(process.execPath, [bin, 'suggest', ...args], { cwd: folder, encoding: 'utf8' });
    const { stdout, status } = run('v.yaml', '--format', 'json');
    const { suggestions, own } = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(own.entries).toBe(2);
    expect(suggestions[0]).toMatchObject({ name: 'v_reopen', kind: 'certain', part: 'graph' });
    expect(suggestions[0].evidence).toEqual([
      { says: 'calls v_open (graph)', text: 'calls v_open (graph) v.c:3', file: 'v.c', line: 3 },
    ]);
    expect(run('v.yaml', '--certain')).toMatchObject({ status: 2 });
    expect(run('missing.yaml')).toMatchObject({ status: 2 });
  });
});
