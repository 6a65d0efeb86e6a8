import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { placeOfFile } from '../../text/place.ts';
import { addCc } from './mails/cover-mail.ts';
import type { Mail } from './mails/format-mails.ts';
import { encodeAddress } from './mails/mail-headers.ts';
import type { Workbench } from './workbench.ts';

export type CoverCc =
  | { readonly kind: 'mails'; readonly mails: readonly Mail[] }
  | { readonly kind: 'refused'; readonly finding: Diagnostic };

/**
 * Runs a program of the user's (a list of arguments, no shell) at the top level with the files of all patches as
 * further arguments, as `scripts/get_maintainer.pl` wants it, and puts each line that it prints into the Cc of the cover
 * letter, or of the patch that has none. Its standard error is passed on only when it fails.
 */
export function fillCoverCc(
  bench: Workbench,
  mails: readonly Mail[],
  command: readonly string[],
  hasLetter = true,
): CoverCc {
  const [program, ...args] = command;
  const [cover, ...others] = mails;
  if (program === undefined || cover === undefined) return { kind: 'mails', mails };
  const folder = mkdtempSync(join(bench.repository.gitDir, 'cc-'));
  const files = (hasLetter ? others : mails).map(({ name, text }) => {
    writeFileSync(join(folder, name), text, 'latin1');
    return join(folder, name);
  });
  const options = {
    cwd: bench.source.repository.topLevel,
    encoding: 'utf8',
    maxBuffer: 1 << 24,
    timeout: LONGEST,
    killSignal: 'SIGKILL',
  } as const;
  const result = spawnSync(program, [...args, ...files], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  if (result.error) return refused(program, wordsOf(result.error));
  if (result.status !== 0) {
    const words = result.stderr.trim();
    const end = result.signal === null ? `with status ${result.status}` : `by ${result.signal}`;
    return refused(program, words === '' ? `it ended ${end}` : words);
  }
  const lines = result.stdout.split('\n').map((line) => line.trim());
  const wrong = lines.find((line) => line !== '' && !ADDRESS.test(line));
  if (wrong !== undefined) return refused(program, `it printed a line that is not an address: ${wrong}`);
  const text = addCc(cover.text, lines.filter(Boolean).map(encodeAddress));
  return { kind: 'mails', mails: [{ ...cover, text }, ...others] };
}

/** Milliseconds. The kernel's `get_maintainer.pl` takes seconds. */
const LONGEST = 120_000;

function wordsOf(error: NodeJS.ErrnoException): string {
  if (error.code === 'ETIMEDOUT') return `it did not end within ${LONGEST / 1000} seconds`;
  return error.code === 'ENOENT' ? 'there is no such program' : error.message;
}

/** `Name <address>` or the address alone. */
const ADDRESS = /^(\P{Cc}*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u;

function refused(program: string, reason: string): CoverCc {
  const message = `the program that names the recipients, ${program}, failed: ${reason}`;
  return { kind: 'refused', finding: diagnostic('cc-command-failed', message, placeOfFile(program)) };
}
