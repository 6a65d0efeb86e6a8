import type { RegenerateOptions } from '../commands/options.ts';
import { outputFile } from './output-file.ts';
import { UsageError } from './usage-error.ts';

type Flags = {
  readonly 'dry-run': boolean;
  readonly stat: boolean;
  readonly 'exit-code': boolean;
  readonly output?: string | undefined;
};

/** What `regenerate` should do with the change. Options that exclude or miss one another are a usage error. */
export function regenerateOutput(flags: Flags): RegenerateOptions['output'] {
  const { 'dry-run': isDry, stat, 'exit-code': exitCode, output } = flags;
  if (isDry && output !== undefined) throw new UsageError('options --dry-run and --output cannot be combined');
  if (isDry) return { kind: 'show', stat, exitCode };
  if (stat) throw new UsageError('option --stat needs --dry-run');
  if (exitCode) throw new UsageError('option --exit-code needs --dry-run');
  return output === undefined ? { kind: 'write' } : { kind: 'patch', file: outputFile(output) };
}
