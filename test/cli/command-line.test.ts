import { expect, test } from '@jest/globals';
import { parseCommandLine } from '../../src/cli/command-line.ts';

const common = { root: null, format: 'text', color: 'auto', notes: 'summed' };
const auditDefaults = {
  manifests: [],
  file: null,
  far: null,
  from: null,
  question: { kind: 'findings' },
  updateBaseline: false,
  ...common,
};

const seriesDefaults = {
  sources: { kind: 'manifests', paths: ['a.yaml', 'b.yaml'] },
  output: null,
  branch: null,
  from: null,
  rerollCount: null,
  previous: null,
  was: null,
  runCcCommand: false,
  signOff: false,
  rfc: false,
  subjectPrefix: null,
  to: [],
  cc: [],
  base: null,
  noBase: false,
  since: null,
  fixes: false,
  thread: null,
  inReplyTo: null,
  findCopies: null,
  ...common,
};

test.each([
  ['init a.h', 'init', { header: 'a.h', output: null, parts: [], fromSplit: false, ...common }],
  ['init a.h --from-split', 'init', { header: 'a.h', output: null, parts: [], fromSplit: true, ...common }],
  [
    'init a.h -o a.yaml --parts common,,io --format json',
    'init',
    { header: 'a.h', output: 'a.yaml', parts: ['common', 'io'], fromSplit: false, ...common, format: 'json' },
  ],
  [
    'init --series a.yaml b.yaml -o series.yaml',
    'init-series',
    { manifests: ['a.yaml', 'b.yaml'], output: 'series.yaml', format: 'text', color: 'auto', notes: 'summed' },
  ],
  [
    'init a.h -o - --notes',
    'init',
    { header: 'a.h', output: null, parts: [], fromSplit: false, ...common, notes: 'all' },
  ],
  [
    'regenerate a.yaml -o -',
    'regenerate',
    { output: { kind: 'patch', file: null }, was: null, from: null, manifests: ['a.yaml'], ...common },
  ],
  [
    'check a.yaml',
    'check',
    { manifests: ['a.yaml'], only: null, fix: false, audit: false, auditFile: null, ...common },
  ],
  [
    'check a.yaml --fix --format github',
    'check',
    { manifests: ['a.yaml'], only: null, fix: true, audit: false, auditFile: null, ...common, format: 'github' },
  ],
  [
    'check a.yaml --format sarif --only headers',
    'check',
    { manifests: ['a.yaml'], only: 'headers', fix: false, audit: false, auditFile: null, ...common, format: 'sarif' },
  ],
  ['diff 1 007', 'diff', { manifests: ['1', '007'], only: null, from: null, stat: false, exitCode: false, ...common }],
  [
    '-C .. diff a.yaml --stat b.yaml --exit-code --color=always',
    'diff',
    {
      manifests: ['a.yaml', 'b.yaml'],
      only: null,
      from: null,
      stat: true,
      exitCode: true,
      ...common,
      root: '..',
      color: 'always',
    },
  ],
  ['patch a.yaml -o -', 'patch', { manifests: ['a.yaml'], output: null, only: null, from: null, ...common }],
  ['patch a.yaml --from v1.0', 'patch', { manifests: ['a.yaml'], output: null, only: null, from: 'v1.0', ...common }],
  ['apply a.yaml -- -b.yaml', 'apply', { manifests: ['a.yaml', '-b.yaml'], only: null, from: null, ...common }],
  ['audit a.yaml b.yaml', 'audit', { ...auditDefaults, manifests: ['a.yaml', 'b.yaml'] }],
  ['audit --file a.yaml --far 20', 'audit', { ...auditDefaults, file: 'a.yaml', far: 20 }],
  ['sync a.yaml b.yaml', 'sync', { manifests: ['a.yaml', 'b.yaml'], dryRun: false, ...common }],
  ['sync a.yaml --dry-run -C x', 'sync', { manifests: ['a.yaml'], dryRun: true, ...common, root: 'x' }],
  ['series a.yaml b.yaml -o mails', 'series', { ...seriesDefaults, output: 'mails' }],
  [
    'series --file s.yaml -o mails --run-cc-command',
    'series',
    { ...seriesDefaults, sources: { kind: 'file', path: 's.yaml' }, output: 'mails', runCcCommand: true },
  ],
  [
    'series --file s.yaml --branch x -C .. --from v1 --to=a@b --to c@d --cc e@f',
    'series',
    {
      ...seriesDefaults,
      sources: { kind: 'file', path: 's.yaml' },
      branch: 'x',
      root: '..',
      from: 'v1',
      to: ['a@b', 'c@d'],
      cc: ['e@f'],
    },
  ],
  [
    'series --thread a.yaml --find-copies b.yaml -o mails -v2 --previous old --was HEAD~1 -s --rfc',
    'series',
    {
      ...seriesDefaults,
      output: 'mails',
      thread: 'shallow',
      findCopies: '50%',
      rerollCount: '2',
      previous: 'old',
      was: 'HEAD~1',
      signOff: true,
      rfc: true,
    },
  ],
  [
    'series a.yaml b.yaml -o mails --thread=deep --in-reply-to <x@y> --base auto --subject-prefix PULL --find-copies=9%',
    'series',
    {
      ...seriesDefaults,
      output: 'mails',
      thread: 'deep',
      inReplyTo: '<x@y>',
      base: 'auto',
      subjectPrefix: 'PULL',
      findCopies: '9%',
    },
  ],
  ['apply a.yaml --from=--all', 'apply', { manifests: ['a.yaml'], only: null, from: '--all', ...common }],
  [
    'regenerate a.yaml b.yaml',
    'regenerate',
    { manifests: ['a.yaml', 'b.yaml'], output: { kind: 'write' }, was: null, from: null, ...common },
  ],
  [
    'regenerate a.yaml --dry-run --stat --was HEAD~1:a.yaml --from v1.0',
    'regenerate',
    {
      manifests: ['a.yaml'],
      output: { kind: 'show', stat: true, exitCode: false },
      was: 'HEAD~1:a.yaml',
      from: 'v1.0',
      ...common,
    },
  ],
  [
    'regenerate a.yaml -o a.patch',
    'regenerate',
    { manifests: ['a.yaml'], output: { kind: 'patch', file: 'a.patch' }, was: null, from: null, ...common },
  ],
])('%s', async (line, kind, options) => {
  expect(await parseCommandLine(line.split(' '), '1.0.0')).toEqual({ kind, options });
});
