import type { Argv } from 'yargs';
import type { NotesShown } from '../../report/text.ts';
import type { Invocation } from '../invocation.ts';

/** Tells what was asked for; throws, so that nothing behind it runs. */
export type Ask = (invocation: Invocation) => never;

export function withManifests<T>(command: Argv<T>) {
  return command.positional('manifest', {
    type: 'string',
    demandOption: true,
    describe: 'Manifests, relative to the current directory',
  });
}

/** yargs' types know only one value of a positional that takes several. What follows `--` it leaves in `_`. */
export function manifests(args: { manifest: string | string[]; _: (string | number)[] }): {
  manifests: readonly string[];
} {
  const [, ...afterDashes] = args._;
  return { manifests: [args.manifest, afterDashes.map(String)].flat() };
}

export function common<Format, Colour>(args: {
  root?: string | undefined;
  format: Format;
  color: Colour;
  notes: boolean;
}) {
  const notes: NotesShown = args.notes ? 'all' : 'summed';
  return { root: args.root ?? null, format: args.format, color: args.color, notes };
}
