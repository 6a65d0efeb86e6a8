import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runCommand } from '../commands/run-command.ts';
import { inHostileProject } from './hostile-project.ts';

const values: Readonly<Record<string, string>> = {
  'a long name': 'a'.repeat(300),
  'a long path': `${'d/'.repeat(3000)}x`,
  'more than an argument can be': 'a'.repeat(200_000),
  'a loop of links': 'loop',
  'a path through a loop': 'loop/x',
  'a path through a file': 'store.yaml/x',
  'a name of wide characters': '😀'.repeat(2000),
  'an expression': ':/(a+)+$',
  'a line break': 'x\ny',
};

const calls: readonly ((value: string) => readonly string[])[] = [
  (value) => ['check', value],
  (value) => ['check', 'store.yaml', '-C', value],
  (value) => ['init', value],
  (value) => ['init', 'include/store.h', '-o', value],
  (value) => ['diff', 'store.yaml', '--from', value],
  (value) => ['patch', 'store.yaml', '-o', value],
  (value) => ['regenerate', 'store.yaml', '--dry-run', '--was', value],
  (value) => ['sync', value, '--dry-run'],
  (value) => ['series', 'store.yaml', '-o', value],
  (value) => ['series', 'store.yaml', '--branch', value],
  (value) => ['series', '--file', value, '-o', '../mails'],
  (value) => ['series', 'store.yaml', '-o', '../mails', '-v2', '--previous', value],
  (value) => ['series', 'store.yaml', '-o', '../mails', '-v2', '--was', value],
  (value) => ['series', 'store.yaml', '-o', '../mails', '--base', value],
];

describe.each(Object.entries(values))('%s as an argument is no bug', (_, value) => {
  test('of any command', async () => {
    await inHostileProject(async ({ top }) => {
      symlinkSync('loop', join(top, 'loop'));
      for (const call of calls) {
        const { exitCode, err } = await runCommand(top, call(value));
        expect(err).not.toContain('bug of header-split');
        expect({ call: call('…'), isUsual: exitCode <= 2 }).toEqual({ call: call('…'), isUsual: true });
      }
    });
  });
});
