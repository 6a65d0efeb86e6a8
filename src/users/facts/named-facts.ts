import type { Names } from '../../scan/names.ts';
import { compileWordScan } from '../../text/word-scan.ts';
import type { CodeFacts, FileFacts } from './file-facts.ts';

/**
 * The facts of some files, of which those count as naming nothing that hold none of the words that were asked for: their
 * code is not read.
 */
export type NamedFacts = {
  /** By file. What has been asked for is right whatever is asked for later. */
  readonly facts: readonly FileFacts[];
  /** Asks for more words, in all files or in some. */
  readonly ask: (words: Iterable<number>, within?: (file: number) => boolean) => void;
};

/** @param textOf The text of a file (latin1). */
export function namedFacts(
  all: readonly FileFacts[],
  textOf: (file: number) => string,
  { wordOf }: Pick<Names, 'wordOf'>,
): NamedFacts {
  const facts = all.map(withoutNames);
  const left = new Set(all.keys());
  let bytes = Buffer.allocUnsafeSlow(1 << 17);
  return {
    facts,
    ask: (words, within = () => true) => {
      const list = [...new Set(words)].map(wordOf);
      if (list.length === 0) return;
      const scan = compileWordScan(list);
      for (const file of left) {
        const whole = all[file];
        if (whole === undefined || !within(file)) continue;
        const text = textOf(file);
        // The scan takes one byte more.
        if (text.length >= bytes.length) bytes = Buffer.allocUnsafeSlow(2 * text.length + 1);
        bytes.write(text, 'latin1');
        if (scan.in(bytes, text.length).length === 0) continue;
        facts[file] = whole;
        left.delete(file);
      }
    },
  };
}

function withoutNames(whole: FileFacts): FileFacts {
  const { includes, left, byMacro, branches, tests, macros, changed } = whole;
  const directives = { includes, left, byMacro, branches, tests, macros, changed };
  return {
    ...directives,
    get unclear() {
      return whole.unclear;
    },
    ...NO_NAMES,
  };
}

const NO_NAMES: CodeFacts = {
  names: new Int32Array(),
  at: new Int32Array(),
  last: new Int32Array(),
  how: new Uint8Array(),
  branch: new Int32Array(),
  members: new Int32Array(),
  own: new Map(),
  types: [],
  aliases: new Map(),
};
