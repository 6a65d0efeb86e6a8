import type { CoverLetter } from '../../../series/series-plan.ts';
import { BenchFailure } from '../bench-git.ts';
import { onOneLine } from '../commit-message.ts';
import { encodeText, foldHeader } from './mail-headers.ts';

/** git's template of a cover letter with subject and body in place of the lines that ask for them. */
export function fillCover(template: string, { subject, body }: CoverLetter): string {
  // git folds the line behind a long prefix.
  const [header = ''] = /^Subject: .*(?:\n .*)*/m.exec(template) ?? [];
  const start = /^(.*)\*\*\* SUBJECT HERE \*\*\*$/.exec(header.replaceAll('\n', ''))?.[1];
  if (start === undefined || !template.includes(BLURB)) {
    throw new BenchFailure('write the cover letter', 'its template has no place for subject and text');
  }
  const title = onOneLine(subject);
  const text = body.replace(/(?<![ \t\r])[ \t\r]+$/gm, '').replace(/^\n+|(?<!\n)\n+$/g, '');
  const filled = template.replace(header, () => foldHeader(`${start}${encodeText(title, start.length)}`));
  return filled.replace(BLURB, () => (text === '' ? '\n' : `\n${text}\n`));
}

/** Adds addresses, as RFC 5322 writes them, to the `Cc` of a mail; those that it names already are left out. */
export function addCc(mail: string, addresses: readonly string[]): string {
  const end = mail.indexOf('\n\n');
  const headers = mail.slice(0, end);
  const named = new Set(headers.toLowerCase().match(/(?<![^\s<>,"])[^\s<>,"]+@[^\s<>,"]+/g));
  const added = [...new Set(addresses)].filter((one) => !named.has(bareAddress(one)));
  if (added.length === 0) return mail;
  const lines = added.join(',\n    ');
  const present = /^Cc: .*(?:\n[ \t].*)*/m.exec(headers);
  const extended =
    present === null ? `${headers}\nCc: ${lines}` : headers.replace(present[0], () => `${present[0]},\n    ${lines}`);
  return `${extended}${mail.slice(end)}`;
}

function bareAddress(address: string): string {
  return (/<([^<>]*)>\s*$/.exec(address)?.[1] ?? address).trim().toLowerCase();
}

const BLURB = '\n*** BLURB HERE ***\n';
