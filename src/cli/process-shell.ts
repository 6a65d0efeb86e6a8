import { fstatSync, writeSync } from 'node:fs';
import process from 'node:process';
import type { Shell } from '../commands/shell.ts';

export type ProcessShell = Shell & {
  /**
   * Waits until everything is written. Returns why standard output could not take it all, or null; a reader that closed
   * the pipe early (`header-split patch … | head`) wanted no more and is no failure.
   */
  flush(): Promise<Error | null>;
};

/** The shell of this process. Output waits in the stream for a slow reader, so the process may not exit before `flush`. */
export function processShell(): ProcessShell {
  let failure: Error | null = null;
  const output = writer(STDOUT, stdoutStream, (error) => {
    failure ??= error;
  });
  // Nobody is left to be told that stderr is gone.
  const errors = writer(STDERR, stderrStream, () => {});
  return {
    stdout: (text) => {
      if (failure === null) output.write(Buffer.from(text, 'latin1'));
    },
    stderr: (text) => errors.write(Buffer.from(text)),
    cwd: currentFolder(),
    env: process.env,
    get stdoutIsTerminal() {
      return isTerminal(STDOUT, stdoutStream);
    },
    get stderrIsTerminal() {
      return isTerminal(STDERR, stderrStream);
    },
    flush: async () => {
      if (failure === null) await output.flush();
      return codeOf(failure) === 'EPIPE' ? null : failure;
    },
  };
}

const [STDOUT, STDERR] = [1, 2];
const stdoutStream = (): NodeJS.WriteStream => process.stdout;
const stderrStream = (): NodeJS.WriteStream => process.stderr;

type Writer = { write(bytes: Buffer): void; flush(): Promise<void> };

/**
 * Writes to an open file, and through node's stream of it only from where the file takes no more for now: the stream takes
 * a sixth of the time of `--help` to load.
 */
function writer(file: number, stream: () => NodeJS.WriteStream, fail: (error: Error) => void): Writer {
  let waiting: NodeJS.WriteStream | null = null;
  return {
    write: (bytes) => {
      const left = waiting === null ? writeNow(file, bytes, fail) : bytes;
      if (left.length === 0) return;
      waiting ??= stream().on('error', fail);
      waiting.write(left);
    },
    flush: async () => {
      if (waiting === null) return;
      await new Promise((resolve) => waiting?.write('', resolve));
      // The stream's `error` event comes after the callback of the write that failed.
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

/** Returns what a file that would have to be waited for does not take. */
function writeNow(file: number, bytes: Buffer, fail: (error: Error) => void): Buffer {
  let left = bytes;
  while (left.length > 0) {
    try {
      left = left.subarray(writeSync(file, left));
    } catch (error) {
      if (codeOf(error) === 'EAGAIN') return left;
      fail(error instanceof Error ? error : new Error(String(error)));
      return left.subarray(left.length);
    }
  }
  return left;
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
}

function isTerminal(file: number, stream: () => NodeJS.WriteStream): boolean {
  try {
    return fstatSync(file).isCharacterDevice() && stream().isTTY === true;
  } catch {
    return false;
  }
}

/** A current folder that was removed has no path any more; the one it had makes the command say that it is gone. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    return process.env['PWD'] ?? '/';
  }
}
