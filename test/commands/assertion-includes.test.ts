import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { commitAll, inTemporaryFolder, putFiles, snapshot } from '../io/temporary-folder.ts';
import { runCommand } from './run-command.ts';

const body = '\nint f(void)\n{\n    return 1;\n}\n\nint g(void)\n{\n    return 2;\n}\n';

const project = {
  'm.yaml': `version: 1
header: dev.h
parts:
  common: {}
  graph: { assert: held();, assert_include: lock.h }
  io: { assert: free_now();, assert_include: lock.h }
  other: { assert: held();, assert_include: locks/new.h }
prototypes:
  f: graph
  g: graph
`,
  'dev.h': '/* MIT */\n#ifndef DEV_H\n#define DEV_H\n\nint f(void);\nint g(void);\n\n#endif\n',
  'lock.h': '#ifndef LOCK_H\n#define LOCK_H\nvoid held(void);\nvoid free_now(void);\n#endif\n',
  'locks/new.h': '#ifndef NEW_H\n#define NEW_H\nvoid held(void);\n#endif\n',
};

const sources = {
  'a file of its own': `#include <stdio.h>\n#include "dev.h"\n${body}`,
  'a file that is one conditional': `#ifdef X\n# include "dev.h"\n${body}#endif\n`,
  'a file in two branches': `#ifdef X\n#include "dev.h"\n${body}#else\n#include <stdio.h>\n#include "dev.h"\n${body}#endif\n`,
};

describe.each(Object.entries(sources))('%s', (_, source) => {
  test.each([
    ['check --fix', ['check', 'm.yaml', '--fix']],
    ['apply', ['apply', 'm.yaml']],
  ])('%s puts an include back that is gone with an assertion', async (__, command) => {
    await inTemporaryFolder(async (folder) => {
      putFiles(folder, { ...project, 'dev.c': source });
      commitAll(folder);
      await runCommand(folder, ['apply', 'm.yaml']);
      commitAll(folder);
      const [split, path] = [snapshot(folder), join(folder, 'dev.c')];
      const text = readFileSync(path, 'latin1');
      expect(text).toMatch(/^#[ ]?include "lock\.h"$/m);
      writeFileSync(path, text.replaceAll(/^# ?include "lock\.h"\n/gm, '').replace('    held();\n', ''), 'latin1');
      expect((await runCommand(folder, command)).exitCode).toBe(0);
      expect(snapshot(folder)).toEqual(split);
    });
  });

  test.each([
    ['no part with an assertion', 'common'],
    ['another assertion of the same include', 'io'],
    ['another include of the same assertion', 'other'],
  ])('regenerate makes what the split makes: %s', async (__, part) => {
    await inTemporaryFolder(async (folder) => {
      const edited = project['m.yaml'].replaceAll(': graph\n', `: ${part}\n`);
      putFiles(folder, { ...project, 'dev.c': source });
      commitAll(folder);
      await runCommand(folder, ['apply', 'm.yaml']);
      commitAll(folder);
      writeFileSync(join(folder, 'm.yaml'), edited, 'latin1');
      expect((await runCommand(folder, ['regenerate', 'm.yaml'])).exitCode).toBe(0);
      const regenerated = snapshot(folder);
      await inTemporaryFolder(async (fresh) => {
        putFiles(fresh, { ...project, 'dev.c': source, 'm.yaml': edited });
        commitAll(fresh);
        await runCommand(fresh, ['apply', 'm.yaml']);
        expect(regenerated).toEqual(snapshot(fresh));
      });
    });
  });
});

test.each([
  ['the header includes it', 'int f(void);', '#include "lock.h"\nint f(void);', 'h: io'],
  [
    'an inline function is asserted',
    'int f(void);',
    'static inline int h(void) { return 3; }\nint f(void);',
    'h: graph',
  ],
  [
    'none is any more',
    'int f(void);',
    'static inline int h(void) { return 3; }\nint f(void);',
    'h: { part: graph, assert: false }',
  ],
])('regenerate knows by which way a file reads an include: %s', async (_, from, to, entry) => {
  const header = project['dev.h']
    .replace(from, to)
    .replace('int g', `${to.includes(' h(') ? '' : 'int h(void);\n'}int g`);
  const manifest = (f: string, h: string): string => project['m.yaml'].replace('  f: graph\n', `  f: ${f}\n  ${h}\n`);
  const files = { ...project, 'dev.h': header, 'dev.c': sources['a file of its own'].split('\nint g')[0] ?? '' };
  const other = { 'other.c': '#include "dev.h"\n\nint g(void)\n{\n    return 2;\n}\n' };
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, { ...files, ...other, 'm.yaml': manifest('common', 'h: graph') });
    commitAll(folder);
    expect((await runCommand(folder, ['apply', 'm.yaml'])).exitCode).toBe(0);
    commitAll(folder);
    writeFileSync(join(folder, 'm.yaml'), manifest('graph', entry), 'latin1');
    expect((await runCommand(folder, ['regenerate', 'm.yaml'])).exitCode).toBe(0);
    const regenerated = snapshot(folder);
    await inTemporaryFolder(async (fresh) => {
      putFiles(fresh, { ...files, ...other, 'm.yaml': manifest('graph', entry) });
      commitAll(fresh);
      await runCommand(fresh, ['apply', 'm.yaml']);
      expect(regenerated).toEqual(snapshot(fresh));
    });
  });
});

test('what the assertions would do is told only where a run makes them', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, { ...project, 'dev.c': sources['a file of its own'] });
    commitAll(folder);
    for (const command of ['diff', 'patch', 'apply']) {
      const { err } = await runCommand(folder, [command, 'm.yaml', '--only', 'headers', '--notes']);
      expect(err).not.toContain('include-added');
    }
    for (const only of [[], ['--only', 'assertions']])
      expect((await runCommand(folder, ['diff', 'm.yaml', '--notes', ...only])).err).toContain(
        'dev.c now includes lock.h',
      );
  });
});
