import type { ProcessShell } from '../../src/cli/process-shell.ts';

/** A shell that keeps what it is told to write. */
export function capturedShell(failure: Error | null = null): {
  readonly shell: ProcessShell;
  out(): string;
  err(): string;
} {
  let out = '';
  let err = '';
  const shell: ProcessShell = {
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    cwd: '/nowhere',
    env: {},
    stdoutIsTerminal: false,
    stderrIsTerminal: false,
    flush: async () => failure,
  };
  return { shell, out: () => out, err: () => err };
}
