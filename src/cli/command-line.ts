import yargs from 'yargs';
import { withCommands } from './commands.ts';
import type { Invocation } from './invocation.ts';
import { explainMisuse } from './misuse.ts';
import { UsageError } from './usage-error.ts';

/** What `argv` (without node and script) asks for. Looks nothing up and writes nothing. */
export async function parseCommandLine(argv: readonly string[], version: string): Promise<Invocation> {
  // The folder keeps yargs from asking for the current one, which may be gone; it looks for nothing there.
  const parser = withCommands(yargs([], '/'), ask)
    .scriptName('header-split')
    .usage('$0 <command>\n\nSplits a C header into several by a manifest, and keeps the split true afterwards.')
    .epilog('`header-split <command> --help` shows examples.')
    .completion('completion', 'Print a completion script for bash or zsh, whichever $SHELL is')
    .version(version)
    .alias('help', 'h')
    .demandCommand(1, 'no command given')
    .strict()
    .check(refuseOddValues)
    .locale('en')
    .wrap(90)
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'strip-aliased': true,
    })
    .exitProcess(false)
    .showHelpOnFail(false)
    .fail((message: string | null, error: Error | undefined) => {
      // yargs' own complaints come without an error or with a YError; any other is a bug on its way out.
      if (error !== undefined && error.name !== 'YError') throw error;
      throw new UsageError(message ?? error?.message ?? 'not understood');
    });
  let printed = '';
  try {
    await parser.parseAsync(argv.map(withValue), {}, (_error, _args, output) => {
      printed += output;
    });
  } catch (error) {
    if (error instanceof Asked) return error.invocation;
    if (error instanceof UsageError) return explainMisuse(error.message, argv);
    throw error;
  }
  return { kind: 'print', text: `${printed}\n` };
}

/** Thrown, as yargs would otherwise write the help text of the command that was called, which takes it a while. */
class Asked extends Error {
  override readonly name = 'Asked';
  readonly invocation: Invocation;

  constructor(invocation: Invocation) {
    super();
    this.invocation = invocation;
  }
}

/** As with git, these options have a meaning alone, and never take the word behind them for their value. */
function withValue(word: string): string {
  if (word === '--thread') return '--thread=shallow';
  return word === '--find-copies' ? '--find-copies=50%' : word;
}

function ask(invocation: Invocation): never {
  throw new Asked(invocation);
}

/** yargs turns an option that is given twice into a list, and takes `--root=` for a value. */
function refuseOddValues(args: Readonly<Record<string, unknown>>): true {
  for (const [name, value] of Object.entries(args)) {
    if (POSITIONALS.has(name)) continue;
    if (Array.isArray(value) && isRepeatable(name)) {
      if (value.includes('')) throw new UsageError(`option --${name} needs a value`);
      continue;
    }
    if (Array.isArray(value)) throw new UsageError(`option --${name} is given twice`);
    if (value === '' && name !== '$0') throw new UsageError(`option --${name} needs a value`);
  }
  return true;
}

const POSITIONALS: ReadonlySet<string> = new Set(['_', 'manifest', 'header', 'assignment']);

const REPEATABLE: ReadonlySet<string> = new Set([
  'to',
  'cc',
  'defined-in',
  'section',
  'returns',
  'database',
  'prove',
  'p',
  'cc-allow',
  'report',
]);

function isRepeatable(option: string): boolean {
  return REPEATABLE.has(option);
}
