/** A section of a MAINTAINERS file, as Linux and QEMU write it. */
export type Section = {
  readonly title: string;
  /** As written, sorted. */
  readonly maintainers: readonly string[];
  readonly files: readonly string[];
  readonly excluded: readonly string[];
};

/** A title goes into a subject, and a line of a mail holds 998 bytes. */
const LONGEST_TITLE = 60;

/** Control characters, and those that reorder text. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** The sections that name files; a title is the line above the first `M: ` or other tag. */
export function readMaintainers(text: string): readonly Section[] {
  const sections: Section[] = [];
  let title = '';
  let tags: [string, string][] = [];
  const close = (): void => {
    const of = (tag: string): readonly string[] => tags.flatMap(([one, value]) => (one === tag ? [value] : []));
    if (of('F').length > 0)
      sections.push({ title, maintainers: [...of('M')].sort(), files: of('F'), excluded: of('X') });
    tags = [];
  };
  for (const line of text.split(/\r?\n/)) {
    const [, tag = '', value = ''] = /^([A-Z]):\s*(.*?)\s*$/.exec(line) ?? [];
    if (tag !== '') tags.push([tag, value]);
    else if (/^\S/.test(line) && !/^[-=~]+$/.test(line)) {
      close();
      title = [...line.trim().replace(UNPRINTABLE, '')].slice(0, LONGEST_TITLE).join('');
    }
  }
  close();
  return sections;
}

/**
 * The section that speaks of a file most closely; of several alike the first. null: none does, or only one that speaks of
 * every file.
 */
export function sectionOf(sections: readonly Section[], path: string): Section | null {
  let best: { readonly section: Section; readonly depth: number } | null = null;
  for (const section of sections) {
    if (section.excluded.some((pattern) => matches(pattern, path))) continue;
    for (const pattern of section.files) {
      const depth = depthOf(pattern);
      if (depth > (best?.depth ?? 0) && matches(pattern, path)) best = { section, depth };
    }
  }
  return best?.section ?? null;
}

/** How many names of a path a pattern fixes; 0 where it holds for every file. */
function depthOf(pattern: string): number {
  return pattern.split('/').filter((name) => /[^*?]/.test(name)).length;
}

/** As get_maintainer.pl has it: a directory with all below it, else files of that beginning in that directory. */
function matches(pattern: string, path: string): boolean {
  if (pattern.endsWith('/')) return startsLike(pattern, path);
  if (startsLike(`${pattern}/`, path)) return true;
  return startsLike(pattern, path) && slashes(pattern) === slashes(path);
}

function slashes(text: string): number {
  return text.split('/').length;
}

/** Whether a text begins as a pattern with `*` and `?` says; in linear time for each `*`. */
function startsLike(pattern: string, text: string): boolean {
  let from = 0;
  for (const [index, piece] of pattern.split('*').entries()) {
    const at = index === 0 ? (fits(piece, text, 0) ? 0 : -1) : find(piece, text, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return true;
}

function find(piece: string, text: string, from: number): number {
  for (let at = from; at + piece.length <= text.length; at++) if (fits(piece, text, at)) return at;
  return -1;
}

function fits(piece: string, text: string, at: number): boolean {
  return at + piece.length <= text.length && [...piece].every((one, index) => one === '?' || one === text[at + index]);
}
