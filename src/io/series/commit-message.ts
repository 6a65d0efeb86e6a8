import { formatPerson, type Person } from './mails/person.ts';

/**
 * A commit's message as git cleans one up: no white space at the ends of lines, one blank line at most, none at the
 * ends. Bytes (latin1) of UTF-8.
 */
export function commitMessage(subject: string, body: string): string {
  const title = onOneLine(subject);
  return tidy(`${title}\n\n${body}`);
}

/** `message` with a `Signed-off-by` where its trailers hold none of the person, as `git format-patch --signoff`. */
export function signOff(message: string, person: Person): string {
  const line = `Signed-off-by: ${formatPerson(person)}`;
  const trailers = trailersOf(message);
  if (trailers === null) return `${message}\n${line}\n`;
  return trailers.includes(line) ? message : `${message}${line}\n`;
}

/**
 * Why `git am` would not get this message back out of a mail, in words that follow "the message"; null when it would.
 */
export function mailHazard(message: string): string | null {
  const end = message.indexOf('\n');
  const [title, body] = [message.slice(0, end), message.slice(end + 1)];
  if (title === '') return 'is empty';
  if (/^(\[|re:|:)/i.test(title)) return "begins with something that 'git am' takes off: '[', ':' or 'Re:'";
  if (body !== '' && !body.startsWith('\n')) return 'has no blank line after its first line';
  if (/^(diff -|Index: |--- [^\s]|---\s*$)/m.test(body))
    return "contains a line that ends it in a mail: '---', 'diff -'";
  if (/^\s*((From|Subject|Date):|>From\s|\[PATCH\])/i.test(body)) return 'begins with a line that mails have as header';
  return null;
}

/** A subject whose lines are joined by a space each. */
export function onOneLine(subject: string): string {
  const lines = subject.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ');
}

function tidy(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const kept = lines.filter((line, at) => line !== '' || (lines[at - 1] ?? '') !== '');
  const joined = kept.join('\n').replace(/^\n+|(?<!\n)\n+$/g, '');
  return joined === '' ? '' : `${joined}\n`;
}

/** The lines of the last paragraph when git would take it for trailers. The first paragraph never is. */
function trailersOf(message: string): readonly string[] | null {
  const paragraphs = message.replace(/\n$/, '').split('\n\n');
  const last = paragraphs.length > 1 ? paragraphs.at(-1) : undefined;
  if (last === undefined) return null;
  const lines = last.split('\n');
  const others = lines.filter((line, at) => !isTrailer(line) && !(at > 0 && /^[ \t]/.test(line)));
  if (others.length === 0) return lines;
  const hasGits = lines.some((line) => /^Signed-off-by: |^\(cherry picked from commit /.test(line));
  return hasGits && lines.filter(isTrailer).length * 3 >= others.length ? lines : null;
}

function isTrailer(line: string): boolean {
  return /^[A-Za-z0-9-]+[ \t]*:/.test(line) || line.startsWith('(cherry picked from commit ');
}
