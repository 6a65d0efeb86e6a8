import { capturedShell } from '../cli/captured-shell.ts';
import { collectOutputs } from '../collect-outputs.ts';

export type Outcome = { readonly exitCode: number; readonly out: string; readonly err: string };

/** What a shell is besides the one that collects: no terminal, nothing in the environment. */
export type Surroundings = {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdoutIsTerminal?: boolean;
  readonly stderrIsTerminal?: boolean;
};

/** Runs a command line in the process beside this worker (test/environment/command-server.ts). */
type RunInServer = (request: {
  readonly cwd: string;
  readonly argv: readonly string[];
  readonly around: Surroundings;
  readonly env: Env;
}) => Promise<Outcome>;

type Env = Readonly<Record<string, string | undefined>>;

declare const headerSplitNative: { readonly runInServer: RunInServer | null };

/** Runs the command line as if called in `cwd`, with the environment of the test. `out` is latin1, as on the pipe. */
export async function runCommand(cwd: string, argv: readonly string[], around: Surroundings = {}): Promise<Outcome> {
  const { runInServer } = headerSplitNative;
  const { exitCode, out, err } =
    runInServer === null
      ? await runHere(cwd, argv, around)
      : await runInServer({ cwd, argv, around, env: { ...process.env } });
  collectOutputs(out, err);
  return { exitCode, out, err };
}

/** The same in this process: where none may be started, what runs is counted, or a file is meant that is open here. */
export async function runHere(cwd: string, argv: readonly string[], around: Surroundings = {}): Promise<Outcome> {
  const { main } = await import('../../src/cli/main.ts');
  const { shell, out, err } = capturedShell();
  const exitCode = await main(argv, { ...shell, cwd, ...around });
  return { exitCode, out: out(), err: err() };
}
