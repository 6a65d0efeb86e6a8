import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { commitAll, inTemporaryFolder, putFiles } from '../../io/temporary-folder.ts';
import { runCommand } from '../run-command.ts';

type Report = {
  readonly findings: readonly { readonly code: string; readonly message: string }[];
  readonly patches?: readonly { readonly units: readonly { file: string; verdict: string }[] }[];
  readonly compiled?: number;
};

/** Proves the last commit; the exit code, the codes of the findings, and the report. */
export async function verify(folder: string, ...args: readonly string[]) {
  const words = args.includes('-p') || args.includes('--cc') ? args : ['--cc', 'gcc -Iinclude', ...args];
  const range = args.includes('--range') ? [] : ['--range', 'HEAD~1..HEAD'];
  const { exitCode, out } = await runCommand(folder, ['verify', ...range, ...words, '--format', 'json']);
  const report = JSON.parse(out) as Report;
  return { exitCode, codes: report.findings.map(({ code }) => code), report };
}

/** A tree whose last commit changes the size that a.c reads. */
export async function inTree(
  files: Readonly<Record<string, string>>,
  work: (folder: string, tree: string) => Promise<void>,
) {
  await inTemporaryFolder(async (folder) => {
    const tree = join(folder, 'tree');
    mkdirSync(tree);
    putFiles(tree, { 'include/v.h': 'int f(int);\n', ...files });
    commitAll(tree);
    putFiles(tree, { 'include/v.h': 'extern int f(int);\n' });
    commitAll(tree);
    await work(folder, tree);
  });
}
