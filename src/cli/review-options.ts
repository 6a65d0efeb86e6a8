import type { ReviewOptions } from '../commands/options.ts';
import { outputFile } from './output-file.ts';
import { UsageError } from './usage-error.ts';

type Flags = {
  readonly file?: string | undefined;
  readonly output?: string | undefined;
  readonly serve: boolean;
  readonly port?: string | undefined;
  readonly 'no-cache': boolean;
};

/** What `review` should do. Nothing to review, and options that exclude one another, are a usage error. */
export function reviewOptions(
  { file, output, serve, port, 'no-cache': noCache }: Flags,
  manifests: readonly string[],
): Pick<ReviewOptions, 'manifests' | 'file' | 'output' | 'port' | 'cache'> {
  if (manifests.length === 0 && file === undefined) throw new UsageError('no manifest given, and no --file');
  if (serve && output !== undefined) throw new UsageError('option --serve writes no page; leave out --output');
  if (!serve && port !== undefined) throw new UsageError('option --port says where --serve listens; add --serve');
  return {
    manifests,
    file: file ?? null,
    output: outputFile(output),
    port: serve ? portOf(port) : null,
    cache: !noCache,
  };
}

function portOf(written: string | undefined): number {
  if (written === undefined) return 0;
  const port = Number(written);
  if (/^\d{1,5}$/.test(written) && port < 65536) return port;
  throw new UsageError(`option --port needs a port from 0 to 65535, not \`${written}\``);
}
