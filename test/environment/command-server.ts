import process from 'node:process';
import { main } from '../../src/cli/main.ts';
import { capturedShell } from '../cli/captured-shell.ts';
import type { Surroundings } from '../commands/run-command.ts';

// Bundled with the tool by bundle-source.mjs. One process beside each worker runs the command lines of all its tests: it
// is small, so git starts sooner from it, and the tool stays loaded and fast, which Jest would load anew for each file.

type Request = {
  readonly id: number;
  readonly cwd: string;
  readonly argv: readonly string[];
  readonly around: Surroundings;
  /** The environment of the test. */
  readonly env: Readonly<Record<string, string>>;
};

process.on('message', async ({ id, cwd, argv, around, env }: Request) => {
  process.env = env;
  const { shell, out, err } = capturedShell();
  const exitCode = await main(argv, { ...shell, cwd, ...around });
  process.send?.({ id, exitCode, out: out(), err: err() });
});
