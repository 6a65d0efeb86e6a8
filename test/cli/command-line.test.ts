import { expect, test } from '@jest/globals';
import { parseCommandLine } from '../../src/cli/command-line.ts';

const common = { root: null, format: 'text', color: 'auto' };

test.each([
  ['init a.h', 'init', { header: 'a.h', output: null, parts: [], ...common }],
  [
    'init a.h -o a.yaml --parts common,,io --format json',
    'init',
    { header: 'a.h', output: 'a.yaml', parts: ['common', 'io'], ...common, format: 'json' },
  ],
  ['check a.yaml', 'check', { manifests: ['a.yaml'], only: null, ...common }],
  [
    'check a.yaml --format sarif --only headers',
    'check',
    { manifests: ['a.yaml'], only: 'headers', ...common, format: 'sarif' },
  ],
  ['diff 1 007', 'diff', { manifests: ['1', '007'], only: null, stat: false, exitCode: false, ...common }],
  [
    '-C .. diff a.yaml --stat b.yaml --exit-code --color=always',
    'diff',
    { manifests: ['a.yaml', 'b.yaml'], only: null, stat: true, exitCode: true, ...common, root: '..', color: 'always' },
  ],
  ['patch a.yaml -o -', 'patch', { manifests: ['a.yaml'], output: '-', only: null, ...common }],
  ['apply a.yaml -- -b.yaml', 'apply', { manifests: ['a.yaml', '-b.yaml'], only: null, ...common }],
])('%s', async (line, kind, options) => {
  expect(await parseCommandLine(line.split(' '), '1.0.0')).toEqual({ kind, options });
});
