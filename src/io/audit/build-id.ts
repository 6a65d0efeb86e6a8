import { statSync } from 'node:fs';
import { endianness } from 'node:os';
import { fileURLToPath } from 'node:url';

/** Tells this build of the tool, on machines of this byte order, from others: what another wrote may mean something else. */
export function buildId(version: string): string {
  const { size, mtimeMs } = statSync(fileURLToPath(import.meta.url));
  return `${version} ${size} ${mtimeMs} ${endianness()}`;
}
