import { describe, expect, test } from '@jest/globals';
import { soundProject } from '../bad-input/sound-project.ts';
import { runCommand } from '../commands/run-command.ts';
import { commitAll, inTemporaryFolder, putFiles } from '../io/temporary-folder.ts';

const yaml = soundProject['store.yaml'] ?? '';
const commands = ['check', 'diff', 'patch', 'apply', 'regenerate', 'sync', 'series'];

/** What the commands end with on the sound project with this manifest, and the codes of their errors. */
async function outcomeOf(manifest: string): Promise<readonly [exitCodes: readonly number[], codes: readonly string[]]> {
  return inTemporaryFolder(async (top) => {
    putFiles(top, { ...soundProject, 'store.yaml': manifest });
    commitAll(top);
    const exitCodes: number[] = [];
    const codes = new Set<string>();
    for (const command of commands) {
      const argv = [command, 'store.yaml', '--format', 'json', ...(command === 'series' ? ['-o', '../mails'] : [])];
      const { exitCode, out, err } = await runCommand(top, argv);
      expect(err).not.toContain('bug of header-split');
      exitCodes.push(exitCode);
      if (exitCode === 1) expect(command).toBe('check');
      for (const { severity, code } of JSON.parse(out).findings) if (severity === 'error') codes.add(code);
    }
    return [[...new Set(exitCodes)], [...codes]];
  });
}

const withFile = (path: string): string => yaml.replace('io: {}', `io: { file: "${path}" }`);
const withGlob = (glob: string): string => `${yaml}definitions: ["${glob}"]\n`;

describe('a value that is too much for a system or a library is a finding', () => {
  test.each<readonly [string, string, string]>([
    ['a path longer than a path can be', withFile(`${'d/'.repeat(3000)}x.h`), 'manifest-path'],
    ['a path that is too long below its root', withFile(`${'d/'.repeat(2035)}x.h`), 'write-refused'],
    ['a name longer than a name can be', withFile(`${'d'.repeat(300)}.h`), 'manifest-path'],
    ['the same in UTF-8', withFile(`${'ü'.repeat(200)}.h`), 'manifest-path'],
    ['a header of that length', yaml.replace('include/store.h', `${'d/'.repeat(3000)}x.h`), 'manifest-path'],
    ['the folder of the journal', withFile('.header-split/journal.json'), 'write-refused'],
    ['a NUL in a path', withFile('a\\0b.h'), 'manifest-path'],
    ['a long glob', withGlob(`${'a'.repeat(70_000)}.c`), 'manifest-path'],
    ['a long exclusion', withGlob(`!${'a'.repeat(70_000)}.c`), 'manifest-path'],
    ['braces in one another', withGlob(`${'{a,'.repeat(1000)}b${'}'.repeat(1000)}`), 'manifest-value'],
    ['groups in one another', withGlob(`${'+('.repeat(1000)}a${')'.repeat(1000)}`), 'manifest-value'],
    ['a range of braces', withGlob('a{1..1000000000}.c'), 'manifest-value'],
    ['a class that there is not', withGlob('[[:evil:]].c'), 'manifest-value'],
    ['a long name', `${yaml}  ? ${'a'.repeat(70_000)}\n  : io\n`, 'prototype-unknown'],
    ['many globs', `${yaml}definitions: [${'"**/*.c", '.repeat(10_000)}]\n`, 'manifest-too-large'],
    ['an alias', `${yaml}annotations: &x [*x, *x, *x]\n`, 'manifest-alias'],
    [
      'aliases of aliases',
      `${yaml}a: &a [x, x]\n${[...'bcdefghi'].map((one, at) => `${one}: &${one} [*${'abcdefgh'[at]}, *${'abcdefgh'[at]}]\n`).join('')}`,
      'manifest-alias',
    ],
    ['nesting', `${yaml}annotations: ${'['.repeat(5000)}${']'.repeat(5000)}\n`, 'manifest-too-deep'],
    ['a huge number', yaml.replace('version: 1', `version: ${'9'.repeat(5000)}`), 'manifest-version'],
    ['a huge exponent', yaml.replace('version: 1', 'version: 1e99999'), 'manifest-version'],
    ['a tag', yaml.replace('io: {}', 'io: !!js/function x'), 'manifest-syntax'],
    ['a merge key', `${yaml}wrapper: { <<: { banner: x } }\n`, 'manifest-unknown-key'],
    ['names of JavaScript', `${yaml}  __proto__: io\n  constructor: io\n  hasOwnProperty: io\n`, 'prototype-unknown'],
  ])('%s', async (_, manifest, code) => {
    const [exitCodes, codes] = await outcomeOf(manifest);
    expect(exitCodes.filter((one) => one !== 1)).toEqual([2]);
    expect(codes).toContain(code);
  });
});

test.each([
  ['stars', withGlob(`${'*a'.repeat(500)}b.c`)],
  ['folders', withGlob(`${'**/'.repeat(500)}b.c`)],
  ['brackets that are not closed', withGlob('[{(+('.repeat(500))],
  ['alternatives', withGlob('{a,b,c}'.repeat(500))],
])('a glob of many %s matches in time', async (_, manifest) => {
  const [exitCodes] = await outcomeOf(manifest);
  expect(Math.max(...exitCodes)).toBeLessThanOrEqual(2);
});
