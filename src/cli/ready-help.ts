import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ASKED: readonly string[] = ['--help', '-h'];

/**
 * What `--help` alone prints, as the build left it beside the bundle: to load the parser of command lines and to describe
 * every command to it takes a third of the time. Null where another thing is asked for, or no build left it.
 */
export function readyHelp(argv: readonly string[]): string | null {
  if (argv.length !== 1 || !ASKED.includes(argv[0] ?? '')) return null;
  try {
    return readFileSync(fileURLToPath(new URL('help.txt', import.meta.url)), 'utf8');
  } catch {
    return null;
  }
}
