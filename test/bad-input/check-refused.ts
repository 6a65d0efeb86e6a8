import { expect } from '@jest/globals';
import { runCommand } from '../commands/run-command.ts';
import { commitAll, git, inTemporaryFolder, putFiles, snapshot } from '../io/temporary-folder.ts';
import { soundProject } from './sound-project.ts';

/** What one broken input does to the sound project, and what the tool must say of it. */
export type BadInput = {
  /** Contents (latin1) by path; null takes the file out. */
  readonly files?: Readonly<Record<string, string | null>>;
  /** What no table of texts can say: links, pipes, permissions. */
  readonly prepare?: (folder: string) => void;
  /** Undoes what would keep the folder from being removed. */
  readonly restore?: (folder: string) => void;
  /** `apply`'s arguments. */
  readonly manifests?: readonly string[];
  /** A finding: `code file:line:column: message`; the line and column are absent for a file as a whole. */
  readonly says: string;
  /** What `series` says instead, which reads the last commit. */
  readonly seriesSays?: string;
  /** Commands that see nothing wrong, because only writing shows it. */
  readonly onlyApply?: boolean;
};

/** Every command must name what is wrong, its place and a next step, end with 2 (`check` with 1 or 2), and write nothing. */
export async function checkRefused(input: BadInput): Promise<void> {
  const { files, prepare, restore, manifests, says, seriesSays, onlyApply } = input;
  await inTemporaryFolder(async (folder) => {
    const all = Object.entries({ ...soundProject, ...files });
    putFiles(folder, Object.fromEntries(all.flatMap(([path, text]) => (text === null ? [] : [[path, text]]))));
    commitAll(folder);
    prepare?.(folder);
    try {
      const before = snapshot(folder);
      for (const command of onlyApply ? ['apply'] : ['apply', 'check', 'diff', 'patch', 'series']) {
        if (command === 'series' && prepare) {
          git(folder, 'add', '-A', '--ignore-errors');
          git(folder, 'commit', '-q', '--allow-empty', '-m', 'what was prepared');
        }
        const argv = [command, ...(manifests ?? ['store.yaml']), ...(command === 'series' ? ['-o', 'mails'] : [])];
        const { exitCode, out, err } = await runCommand(folder, argv);
        const text = command === 'check' ? out || err : err;
        expect(text).not.toMatch(/^ {4}at |bug of header-split/m);
        expect(command === 'check' ? [1, 2] : [2]).toContain(exitCode);
        expect(text).toMatch(/^next: \S/m);
        expect(snapshot(folder)).toEqual(before);

        const { out: json } = await runCommand(folder, [...argv, '--format', 'json']);
        expect(errorsOf(json).map((line) => line.replaceAll(folder, 'ROOT'))).toContain(
          command === 'series' ? (seriesSays ?? says) : says,
        );
      }
    } finally {
      restore?.(folder);
    }
  });
}

/** The errors of a JSON report, one a line. */
export function errorsOf(json: string): readonly string[] {
  const { findings } = JSON.parse(json);
  return findings.flatMap(errorLine);
}

type Finding = {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly places: readonly [{ readonly file: string; readonly line: number; readonly column: number }];
  readonly next: string;
};

function errorLine({ code, severity, message, places, next }: Finding): readonly string[] {
  if (severity !== 'error') return [];
  expect(next).not.toBe('');
  const { file, line, column } = places[0];
  return [`${code} ${line === 0 ? file : `${file}:${line}:${column}`}: ${message}`];
}
