import { baseName } from '../../text/file-path.ts';
/** Which files are likely to be asked for next, as the texts read so far include them. */
export type ExpectedReads = {
  /** Takes note of what a text includes. */
  note(path: string, text: string): void;
  /** Takes note of a file that will be asked for. */
  add(path: string): void;
  /** What was noted since, without repetition. */
  take(): readonly string[];
};

/** A spelling that fits more files than this says too little (`trace.h`); the one beside the including file counts. */
const MOST_MEANINGS = 8;

/**
 * A guess by the end of paths, wide on purpose: a file too many costs less than a process for each. `files` are all
 * that there are.
 */
export function expectReads(files: Iterable<string>): ExpectedReads {
  const byName = new Map<string, string[]>();
  for (const path of files) {
    const name = baseName(path);
    const group = byName.get(name);
    if (group) group.push(path);
    else byName.set(name, [path]);
  }
  const noted = new Set<string>();
  let expected = new Set<string>();
  return {
    note: (path, text) => {
      const folder = path.slice(0, path.length - baseName(path).length);
      for (const [, spelt = ''] of text.matchAll(INCLUDE)) {
        const spelling = spelt.replace(/^(?:\.\.?\/)+/, '');
        if (noted.has(folder + spelt)) continue;
        noted.add(folder + spelt);
        const fitting = (byName.get(baseName(spelling)) ?? []).filter((one) => `/${one}`.endsWith(`/${spelling}`));
        const meant = fitting.length > MOST_MEANINGS ? fitting.filter((one) => one === folder + spelling) : fitting;
        for (const one of meant) expected.add(one);
      }
    },
    add: (path) => {
      expected.add(path);
    },
    take: () => {
      const taken = [...expected];
      expected = new Set();
      return taken;
    },
  };
}

const INCLUDE = /^[ \t]*#[ \t]*(?:include|include_next|import)[ \t]*["<]([^">\n]+)[">]/gm;
