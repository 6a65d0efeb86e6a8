import type { Argv } from 'yargs';
import type { Ask } from './commands/arguments.ts';
import { withChangeCommands } from './commands/change-commands.ts';
import { withClassifyCommands } from './commands/classify-commands.ts';
import { withDeliveryCommands } from './commands/delivery-commands.ts';

/** The parser with the tool's commands; the one that is called tells `ask` what it was asked for. */
export function withCommands(parser: Argv, ask: Ask): Argv {
  return withDeliveryCommands(withChangeCommands(withClassifyCommands(parser, ask), ask), ask);
}
