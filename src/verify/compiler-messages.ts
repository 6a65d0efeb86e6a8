/** A line of a compiler's standard error that has a place. */
export type CompilerMessage = {
  /** As the compiler spells it. */
  readonly file: string;
  readonly line: number;
  /** 1-based; 0 where the compiler gives none. */
  readonly column: number;
  readonly severity: 'error' | 'warning';
  /** With the option in brackets. */
  readonly text: string;
};

/** The errors and warnings of gcc or clang; what they print around them is left out. */
export function parseMessages(errors: string): readonly CompilerMessage[] {
  return errors.split('\n').flatMap((line): CompilerMessage[] => {
    const [, file, row = '0', column = '0', kind = '', text = ''] = MESSAGE.exec(line) ?? [];
    if (file === undefined) return [];
    const severity = kind === 'warning' ? 'warning' : 'error';
    return [{ file, line: Number(row), column: Number(column), severity, text: text.trim() }];
  });
}

/** Of what a macro of the command line does, and of the command itself, there is no line. */
const MESSAGE = /^(.+?):(?:(\d+):(?:(\d+):)?)? (warning|error|fatal error): (.*)$/;

/** That a function is called, or a name declared, without a declaration or a type: C89 takes that, and it is an error. */
export function isImplicit({ severity, text }: CompilerMessage): boolean {
  return severity === 'warning' && text.includes('[-Wimplicit-');
}

/**
 * The warnings that there are more of after than before. They are told apart by their words alone: a declaration that moved
 * has another file and line.
 */
export function newWarnings(
  before: readonly CompilerMessage[],
  after: readonly CompilerMessage[],
): readonly CompilerMessage[] {
  const left = new Map<string, number>();
  for (const { severity, text } of before) if (severity === 'warning') left.set(text, (left.get(text) ?? 0) + 1);
  return after.filter(({ severity, text }) => {
    if (severity !== 'warning') return false;
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}
