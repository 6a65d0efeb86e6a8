import { baseName } from '../../text/file-path.ts';
import type { HeaderFacts } from '../header-facts.ts';
import { joinNames } from '../wrap-text.ts';

/** A finding's message with files where it names parts: whoever reviews the series has not seen the manifest. */
export function inFiles(message: string, header: HeaderFacts): string {
  return message.replace(/part '([^']+)'/g, (whole, part: string) => fileOf(part, header) ?? whole);
}

/** Which files a comment is copied to: `"x" is in a.h and twice in b.h`. */
export function copiedText(message: string, header: HeaderFacts): string {
  const found = /^(.*) (?:is copied|goes) to ((?:'[^']+'|the wrapper)(?:, (?:'[^']+'|the wrapper))*)$/s.exec(message);
  if (found === null) return inFiles(message, header);
  const [, what = '', list = ''] = found;
  const files = list.split(', ').map((one) => {
    const part = /^'(.*)'$/.exec(one)?.[1];
    const file = header.manifest.parts.find(({ name }) => name === part)?.file ?? header.path;
    return baseName(file);
  });
  const counts = [...new Set(files)].map((file) => {
    const count = files.filter((one) => one === file).length;
    return `${count === 1 ? '' : count === 2 ? 'twice in ' : `${count} times in `}${file}`;
  });
  const open = what.indexOf('"');
  const quoted = what.endsWith('"') && open < what.length - 1 ? what.slice(open) : what;
  return `${quoted} is in ${joinNames(counts)}`;
}

/** What becomes of an include that leads back to the header; null for another message. */
export function enteringText(message: string, header: HeaderFacts): string | null {
  const colon = message.indexOf(': ');
  const [first = '', ...rest] = colon < 0 ? [] : message.slice(colon + 2).split(' -> ');
  if (rest.length === 0) return null;
  const through = rest.slice(0, -1);
  const how = through.length === 0 ? '' : `, through ${joinNames(through)}`;
  return `${first} includes ${header.name} again${how}, so it stays in ${header.name}`;
}

/** Of a comment that speaks of what is elsewhere; `message` names files. */
export function strayText(message: string): string {
  return nowIn(whereItWas(message).replace(/^the [a-z ]+ (?=")/, '')).replace(
    / s(?:peaks of|ays '(above|below)' of) '([^']+)' of (.*)$/,
    (_, direction: string | undefined, name, file) =>
      direction === undefined
        ? ` describes '${name}', now in ${file}`
        : ` says '${direction}' of '${name}', now in ${file}`,
  );
}

/** `… goes to FILE and speaks of …`. */
function nowIn(message: string): string {
  const [goes, and] = [' goes to ', ' and s'];
  const at = message.indexOf(goes);
  const end = message.indexOf(and, at + goes.length);
  if (at < 0 || end < 0) return message;
  return `${message.slice(0, at)}, now in ${message.slice(at + goes.length, end)}, s${message.slice(end + and.length)}`;
}

/** `…, where NAME of FILE was`. */
function whereItWas(message: string): string {
  const [where, of, was] = [message.indexOf(', where '), message.lastIndexOf(' of '), message.length - ' was'.length];
  if (!message.endsWith(' was') || where < 0 || of < where + ', where '.length) return message;
  return `${message.slice(0, of)}, now in ${message.slice(of + ' of '.length, was)}, was`;
}

/** Of an include or a declaration that a rule places: where it is now, and why. */
export function placedText(message: string, header: HeaderFacts): string {
  const named = inFiles(message, header).replace(
    /(this goes to |, and |: |\bof )'([^']+)'/g,
    (whole, words: string, part: string) => {
      const file = fileOf(part, header);
      return file === null ? whole : words + file;
    },
  );
  return named
    .replace(/^this goes to the wrapper/, `stays in ${header.name}`)
    .replace(/^this goes to /, 'now in ')
    .replace(
      /^(\S+) includes (\S+): \S+(?: \(\S+\))? uses ('[^']+') of \S+(?: \(\S+\))?$/,
      (_, user: string, provider: string, name: string) =>
        `${baseName(user)} includes ${baseName(provider)} for ${name}`,
    );
}

/** As a reader knows it: with the part where a file has several. */
function fileOf(name: string, { manifest }: HeaderFacts): string | null {
  const part = manifest.parts.find((one) => one.name === name);
  if (part === undefined) return null;
  const isAlone = manifest.parts.every((one) => one === part || one.file !== part.file);
  return isAlone ? baseName(part.file) : `${baseName(part.file)} (${name})`;
}
