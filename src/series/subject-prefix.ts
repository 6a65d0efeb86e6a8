import { baseName } from '../text/file-path.ts';

/** What subjects begin with where the log does not say: the word that the headers' names have in common, or the name. */
export function prefixOf(header: string, headers: readonly string[]): string {
  return commonWord(headers) ?? stemOf(header);
}

/** `block` of `block.h` and `block-backend.h`, where the names have a word in common; else all names, `disk, net`. */
export function topicOf(headers: readonly string[]): string {
  return commonWord(headers) ?? headers.map(stemOf).join(', ');
}

function commonWord(headers: readonly string[]): string | null {
  const words = headers.map((header) => stemOf(header).split(/(?<=[A-Za-z0-9])(?=[^A-Za-z0-9])/));
  const [first = []] = words;
  const common = first.filter((word, at) =>
    words.every((one) => one.slice(0, at + 1).join('') === first.slice(0, at + 1).join('') && word !== ''),
  );
  return common.length > 0 ? common.join('') : null;
}

function stemOf(path: string): string {
  return baseName(path).replace(/\.[^.]+$/, '');
}
