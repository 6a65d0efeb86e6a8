import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { commitAll, git, putFiles } from '../../io/temporary-folder.ts';
import { runCommand } from '../run-command.ts';
import { seededFaults as all, filesOf } from './seeded-faults.ts';

type Finding = {
  readonly code: string;
  readonly message: string;
  readonly places: readonly { readonly file: string; readonly line: number }[];
};

// A few stand for all here; the real tests try each.
const seededFaults = process.env['ALL_FAULTS'] === '1' ? all : all.filter((_, at) => at % 4 === 0);

let folder = '';
let good: { readonly exitCode: number; readonly findings: readonly Finding[] };
let bad: typeof good;

const nameOf = (at: number): string => `fault-${at}`;

function putAll(which: 'before' | 'good' | 'bad'): void {
  for (const [at, fault] of seededFaults.entries()) {
    const files = Object.entries(filesOf(fault)[which]).map(([path, text]) => [join(nameOf(at), path), text] as const);
    putFiles(folder, Object.fromEntries(files));
  }
  commitAll(folder);
}

async function verify(): Promise<typeof good> {
  const { exitCode, out } = await runCommand(folder, [
    'verify',
    '--range',
    'HEAD~1..HEAD',
    '-p',
    '.',
    '--format',
    'json',
  ]);
  return { exitCode, findings: (JSON.parse(out) as { findings: readonly Finding[] }).findings };
}

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'header-split-test-')));
  const entries = seededFaults.map(({ isCxx }, at) => {
    const file = `${nameOf(at)}/${isCxx ? 'u.cc' : 'u.c'}`;
    return {
      directory: folder,
      file,
      arguments: [isCxx ? 'g++' : 'gcc', '-O1', '-fPIC', '-Wall', '-Werror', '-c', file],
    };
  });
  putFiles(folder, { 'compile_commands.json': JSON.stringify(entries) });
  putAll('before');
  putAll('good');
  good = await verify();
  git(folder, 'reset', '-q', '--hard', 'HEAD~1');
  putAll('bad');
  bad = await verify();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('nothing is found in a split without a fault', () => {
  // One fault needs a condition that nothing meets.
  const findings = good.findings.filter(({ code }) => code !== 'declaration-unproved');
  expect({ ...good, findings }).toEqual({ exitCode: 0, findings: [] });
});

test.each(seededFaults.map((fault, at) => [fault.name, at, fault] as const))('%s', (_, at, { found }) => {
  const own = bad.findings.filter(({ places: [place] }) => place?.file.startsWith(`${nameOf(at)}/`));
  const fits = own.filter(
    ({ code, message, places: [place] }) =>
      code === found.code && (place?.file ?? '').endsWith(found.file) && message.includes(found.words),
  );
  expect(fits.length > 0 ? [] : own).toEqual([]);
  expect(fits).not.toHaveLength(0);
});
