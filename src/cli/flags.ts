/** The options of the command line as yargs takes them, shared by the commands that have them. */

const common = {
  root: {
    alias: 'C',
    type: 'string',
    requiresArg: true,
    describe: 'Root of the C project (default: the git top level of the current folder)',
  },
  color: {
    choices: ['auto', 'always', 'never'],
    default: 'auto',
    requiresArg: true,
    describe: 'Colour; auto heeds NO_COLOR, FORCE_COLOR and whether the output is a terminal',
  },
} as const;

const format = {
  choices: ['text', 'json'],
  default: 'text',
  requiresArg: true,
  describe: 'Form of the report',
} as const;

const only = {
  choices: ['headers', 'assertions'],
  requiresArg: true,
  describe: 'Only the split, or only the assertions; those go on top of the split',
} as const;

const output = {
  alias: 'o',
  type: 'string',
  requiresArg: true,
  describe: 'File to write (default: standard output)',
} as const;

export const initFlags = {
  output,
  parts: {
    type: 'string',
    requiresArg: true,
    describe: 'Names of the parts, separated by commas (default: common,graph,io)',
  },
  ...common,
  format,
} as const;

export const checkFlags = { only, ...common, format: { ...format, choices: ['text', 'json', 'sarif'] } } as const;

export const diffFlags = {
  stat: { type: 'boolean', default: false, describe: 'Show only which files change, and by how many lines' },
  'exit-code': { type: 'boolean', default: false, describe: 'Exit with 1 when there are differences' },
  only,
  ...common,
  format,
} as const;

export const patchFlags = { output, only, ...common, format } as const;

export const applyFlags = { only, ...common, format } as const;

const flags = { init: initFlags, check: checkFlags, diff: diffFlags, patch: patchFlags, apply: applyFlags } as const;

export type FlaggedCommand = keyof typeof flags;

export const commandNames: readonly FlaggedCommand[] = ['init', 'check', 'diff', 'patch', 'apply'];

/** Long names of a command's options, without dashes. */
export function flagsOf(command: FlaggedCommand): readonly string[] {
  return Object.keys(flags[command]);
}
