import { execFile, spawnSync } from 'node:child_process';
import { devNull } from 'node:os';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { placeOfFile } from '../../text/place.ts';
import { guardedEnvironment, guards, LONGEST_RUN } from '../git-process.ts';

/** What git said; `output` and `message` are bytes (latin1). */
export type BenchResult =
  | { readonly kind: 'done'; readonly output: string }
  | { readonly kind: 'failed'; readonly status: number; readonly message: string };

export type BenchInput = {
  /** What git reads, latin1. */
  readonly input?: string;
  /** Besides the environment that every call has. */
  readonly environment?: Readonly<Record<string, string>>;
};

/**
 * Runs git in the temporary repository at `folder`. Nothing of the user's reaches it: no configuration, no attributes,
 * no hooks, no `GIT_…` variable, no language.
 */
export function runInBench(
  folder: string,
  args: readonly string[],
  { input = '', environment = {} }: BenchInput = {},
): BenchResult {
  if (args.some((arg) => arg.includes('\0'))) return { kind: 'failed', status: -1, message: 'a NUL byte' };
  const result = spawnSync('git', ['-C', folder, ...guards, ...args], {
    env: { ...neutralEnvironment(folder), ...environment },
    maxBuffer: LARGEST_OUTPUT,
    input: Buffer.from(input, 'latin1'),
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: LONGEST_RUN,
    killSignal: 'SIGKILL',
  });
  // Git may end before it has read what it was given: its status says why.
  if (result.error && result.status === null) return { kind: 'failed', status: -1, message: result.error.message };
  if (result.status === 0) return { kind: 'done', output: result.stdout.toString('latin1') };
  const message = result.stderr.toString('latin1').trim() || `git ended with status ${result.status}`;
  return { kind: 'failed', status: result.status ?? -1, message };
}

/** The same in a process beside this one, for a call that needs no input. */
export function startInBench(folder: string, args: readonly string[]): Promise<BenchResult> {
  return new Promise((resolve) => {
    const limits = { maxBuffer: LARGEST_OUTPUT, timeout: LONGEST_RUN, killSignal: 'SIGKILL' } as const;
    const options = { env: neutralEnvironment(folder), ...limits, encoding: 'latin1' } as const;
    execFile('git', ['-C', folder, ...guards, ...args], options, (error, output, errors) => {
      if (error === null) resolve({ kind: 'done', output });
      else {
        const status = typeof error.code === 'number' ? error.code : -1;
        resolve({ kind: 'failed', status, message: errors.trim() || error.message });
      }
    });
  });
}

/** Output of a call that only the system can fail: a full disk, memory, a broken object store. */
export class BenchFailure extends Error {
  readonly finding: Diagnostic;

  constructor(doing: string, message: string) {
    super(`${doing}: ${message}`);
    this.finding = diagnostic('series-git-failed', `git cannot ${doing}: ${decoded(message)}`, placeOfFile('.'));
  }
}

/** git's words for readers: its messages quote names and lines in bytes. */
export function decoded(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Bytes. */
const LARGEST_OUTPUT = 1 << 29;

function neutralEnvironment(folder: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => name === 'GIT_EXEC_PATH' || !/^(GIT_.*|LC_.*|LANG.*|COLUMNS|PAGER|EMAIL|TZ)$/.test(name),
  );
  return {
    ...Object.fromEntries(inherited),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_ATTR_NOSYSTEM: '1',
    // Where git looks for attributes of the user, and before 2.32 for configuration.
    HOME: folder,
    XDG_CONFIG_HOME: folder,
    ...guardedEnvironment,
    TZ: 'UTC',
  };
}
