import { matches } from '../consumers/maintainers-pattern.ts';

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
  const isOf = (pattern: string): boolean => matches((folder) => path.startsWith(`${folder}/`), pattern, path);
  let best: { readonly section: Section; readonly depth: number } | null = null;
  for (const section of sections) {
    if (section.excluded.some(isOf)) continue;
    for (const pattern of section.files) {
      const depth = depthOf(pattern);
      if (depth > (best?.depth ?? 0) && isOf(pattern)) best = { section, depth };
    }
  }
  return best?.section ?? null;
}

/** How many names of a path a pattern fixes; 0 where it holds for every file. */
function depthOf(pattern: string): number {
  return pattern.split('/').filter((name) => /[^*?]/.test(name)).length;
}
