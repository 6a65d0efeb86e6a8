import { BUG, STOPPED } from '../commands/exit-codes.ts';
import type { Shell } from '../commands/shell.ts';
import { assertNever } from '../diagnostics/assert-never.ts';
import { toolVersion } from '../report/tool-version.ts';
import { withoutCommands } from '../text/runner-commands.ts';
import { bytesOfText } from '../text/source-text.ts';
import type { Invocation } from './invocation.ts';
import { formatMisuse } from './misuse.ts';
import { type ProcessShell, processShell } from './process-shell.ts';
import { readyHelp } from './ready-help.ts';

/**
 * Runs the command line `argv` (without node and script) in this process and returns the exit code, once all output
 * is written.
 */
export async function main(argv: readonly string[], shell: ProcessShell = processShell()): Promise<number> {
  const exitCode = await runReportingBugs(argv, forPeople(shell));
  const failure = await shell.flush();
  if (failure === null) return exitCode;
  shell.stderr(`header-split: cannot write to standard output: ${failure.message}\n`);
  return Math.max(exitCode, STOPPED);
}

/** Whether a stream is a terminal is asked when it matters. */
function forPeople(shell: Shell): Shell {
  return {
    stdout: shell.stdout,
    stderr: (text) => shell.stderr(withoutCommands(text)),
    cwd: shell.cwd,
    env: shell.env,
    get stdoutIsTerminal() {
      return shell.stdoutIsTerminal;
    },
    get stderrIsTerminal() {
      return shell.stderrIsTerminal;
    },
  };
}

async function runReportingBugs(argv: readonly string[], shell: Shell): Promise<number> {
  try {
    return await run(await invocationOf(argv), shell);
  } catch (error) {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    shell.stderr(`header-split: this is a bug of header-split, please report it with these lines:\n${trace}\n`);
    return BUG;
  }
}

async function invocationOf(argv: readonly string[]): Promise<Invocation> {
  const help = readyHelp(argv);
  if (help !== null) return { kind: 'print', text: help };
  return (await import('./command-line.ts')).parseCommandLine(argv, toolVersion());
}

/** Commands are loaded when they are called: the parser and the YAML reader would make `--help` three times slower. */
async function run(invocation: Invocation, shell: Shell): Promise<number> {
  switch (invocation.kind) {
    case 'print':
      shell.stdout(bytesOfText(invocation.text));
      return 0;
    case 'misuse':
      shell.stderr(formatMisuse(invocation));
      return STOPPED;
    case 'init':
      return (await import('../commands/init.ts')).runInit(invocation.options, shell);
    case 'init-audit':
      return (await import('../commands/audit/init-audit.ts')).runInitAudit(invocation.options, shell);
    case 'init-series':
      return (await import('../commands/series/init-series.ts')).runInitSeries(invocation.options, shell);
    case 'assign':
      return (await import('../commands/assign/assign.ts')).runAssign(invocation.options, shell);
    case 'check':
      return (await import('../commands/check/check.ts')).runCheck(invocation.options, shell);
    case 'suggest':
      return (await import('../commands/suggest/suggest.ts')).runSuggest(invocation.options, shell);
    case 'review':
      return (await import('../commands/review/review.ts')).runReview(invocation.options, shell);
    case 'audit':
      return (await import('../commands/audit/audit.ts')).runAudit(invocation.options, shell);
    case 'diff':
      return (await import('../commands/diff.ts')).runDiff(invocation.options, shell);
    case 'patch':
      return (await import('../commands/patch.ts')).runPatch(invocation.options, shell);
    case 'apply':
      return (await import('../commands/apply.ts')).runApply(invocation.options, shell);
    case 'regenerate':
      return (await import('../commands/regenerate/regenerate.ts')).runRegenerate(invocation.options, shell);
    case 'sync':
      return (await import('../commands/sync.ts')).runSync(invocation.options, shell);
    case 'users':
      return (await import('../commands/users/users.ts')).runUsers(invocation.options, shell);
    case 'series':
      return (await import('../commands/series/series.ts')).runSeries(invocation.options, shell);
    case 'coverage':
      return (await import('../commands/coverage/coverage.ts')).runCoverage(invocation.options, shell);
    case 'verify':
      return (await import('../commands/verify/verify.ts')).runVerify(invocation.options, shell);
    default:
      return assertNever(invocation);
  }
}
