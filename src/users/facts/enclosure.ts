/** What is open above a line of a file and changes what an included file means there. */
export type Enclosure = {
  /** @param braces What is open. @param last The word at the end of the code above a directive, where that is one without a semicolon. */
  readonly seeCode: (braces: Enclosed, last: string) => void;
  /** @param pragma The text behind the word. */
  readonly seePragma: (pragma: string) => void;
  readonly now: () => Enclosed;
  /** What a file that ends here does to the files that include it. */
  readonly left: () => Left;
};

/** Of `extern "C"`, which only C++ reads, or of anything else: braces of a struct or a function, a pragma. */
export type Enclosed = 'linkage' | 'other' | null;

/** `opens`: what the file leaves open. `closes`: it ends what it did not begin. */
export type Left = { readonly opens: Enclosed; readonly closes: boolean };

export function makeEnclosure(): Enclosure {
  let braces: Enclosed = null;
  let isInMacros = false;
  let isInPragma = false;
  let closes = false;
  return {
    seeCode: (open, last) => {
      braces = open;
      if (BEGINS.test(last)) isInMacros = true;
      else if (ENDS.test(last)) {
        closes ||= !isInMacros;
        isInMacros = false;
      }
    },
    seePragma: (pragma) => {
      if (!LASTING.test(pragma)) return;
      const isRestored = RESTORING.test(pragma);
      closes ||= isRestored && !isInPragma;
      isInPragma = !isRestored;
    },
    // Braces of other kinds may be of branches that do not pair.
    left: () => ({ opens: isInPragma ? 'other' : braces === 'linkage' || isInMacros ? 'linkage' : null, closes }),
    now: () => (isInPragma ? 'other' : (braces ?? (isInMacros ? 'linkage' : null))),
  };
}

/** `G_BEGIN_DECLS`, `__BEGIN_DECLS`, `EXTERN_C_START`. */
const BEGINS = /(?:BEGIN|START|PUSH|OPEN)(?:_|$)|_ENTER$/i;
const ENDS = /(?:END|STOP|POP|CLOSE)(?:_|$)|_LEAVE$/i;
const LASTING =
  /^[ \t]*(?:pack|options|scalar_storage_order|(?:data|bss|code|const)_seg|GCC[ \t]+(?:visibility|optimize|target|p(?:ush|op)_options)|clang[ \t]+(?:attribute|section|fp))\b/;
const RESTORING = /\b(?:pop|pop_options|default|reset)\b|^[ \t]*\w+[ \t]*\([ \t]*\)/;
