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
 * that there are. No text is looked at before somebody asks what to expect: most trees need git for few files.
 */
export function expectReads(files: Iterable<string>): ExpectedReads {
  let byName: ReadonlyMap<string, readonly string[]> | null = null;
  const noted = new Set<string>();
  let texts: { readonly path: string; readonly text: string }[] = [];
  let expected = new Set<string>();
  const lookAt = (path: string, text: string): void => {
    const folder = path.slice(0, path.length - baseName(path).length);
    for (const [, spelt = ''] of text.matchAll(INCLUDE)) {
      const spelling = spelt.replace(/^(?:\.\.?\/)+/, '');
      if (noted.has(folder + spelt)) continue;
      noted.add(folder + spelt);
      byName ??= filesByName(files);
      const fitting = (byName.get(baseName(spelling)) ?? []).filter((one) => `/${one}`.endsWith(`/${spelling}`));
      const meant = fitting.length > MOST_MEANINGS ? fitting.filter((one) => one === folder + spelling) : fitting;
      for (const one of meant) expected.add(one);
    }
  };
  return {
    note: (path, text) => {
      texts.push({ path, text });
    },
    add: (path) => {
      expected.add(path);
    },
    take: () => {
      for (const { path, text } of texts) lookAt(path, text);
      texts = [];
      const taken = [...expected];
      expected = new Set();
      return taken;
    },
  };
}

function filesByName(files: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, string[]>();
  for (const path of files) {
    const name = baseName(path);
    const group = byName.get(name);
    if (group) group.push(path);
    else byName.set(name, [path]);
  }
  return byName;
}

const INCLUDE = /^[ \t]*#[ \t]*(?:include|include_next|import)[ \t]*["<]([^">\n]+)[">]/gm;
