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
  let failure: NodeJS.ErrnoException | null = null;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    failure ??= error;
  });
  // Nobody is left to be told that stderr is gone.
  process.stderr.on('error', () => {});
  return {
    stdout: (text) => {
      if (failure === null) process.stdout.write(Buffer.from(text, 'latin1'));
    },
    stderr: (text) => {
      process.stderr.write(text);
    },
    cwd: currentFolder(),
    env: process.env,
    stdoutIsTerminal: process.stdout.isTTY === true,
    stderrIsTerminal: process.stderr.isTTY === true,
    flush: async () => {
      if (failure === null) await new Promise((resolve) => process.stdout.write('', resolve));
      // The stream's `error` event comes after the callback of the write that failed.
      await new Promise((resolve) => setImmediate(resolve));
      return failure?.code === 'EPIPE' ? null : failure;
    },
  };
}

/** A current folder that was removed has no path any more; the one it had makes the command say that it is gone. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    return process.env['PWD'] ?? '/';
  }
}
