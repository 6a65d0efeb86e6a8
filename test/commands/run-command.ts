import { main } from '../../src/cli/main.ts';
import { capturedShell } from '../cli/captured-shell.ts';
import { collectOutputs } from '../collect-outputs.ts';

export type Outcome = { readonly exitCode: number; readonly out: string; readonly err: string };

/** What a shell is besides the one that collects: no terminal, nothing in the environment. */
export type Surroundings = {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdoutIsTerminal?: boolean;
  readonly stderrIsTerminal?: boolean;
};

/** Runs the command line in this process as if called in `cwd`. `out` is latin1, as on the pipe. */
export async function runCommand(cwd: string, argv: readonly string[], around: Surroundings = {}): Promise<Outcome> {
  const { shell, out, err } = capturedShell();
  const exitCode = await main(argv, { ...shell, cwd, ...around });
  const outcome = { exitCode, out: out(), err: err() };
  collectOutputs(outcome.out, outcome.err);
  return outcome;
}
