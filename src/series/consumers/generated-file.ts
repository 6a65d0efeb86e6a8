/**
 * Whether a file that is not C says in its first lines that a program writes it: an edit of it is lost when that runs
 * again. Generated C files are told by `definition-generated`.
 */
export function isGenerated(text: string): boolean {
  return linesOnProgram(text).length > 0;
}

/** Whether the lines that say so also name one of some files: what it is generated from. */
export function isGeneratedFrom(text: string, names: readonly string[]): boolean {
  const words = new Set(linesOnProgram(text).flatMap((line) => line.match(WORD) ?? []));
  return names.some((name) => words.has(name));
}

function linesOnProgram(text: string): readonly string[] {
  return text
    .split('\n', FIRST_LINES)
    .map((line) => line.slice(0, LONGEST_LINE))
    .filter((line) => GENERATED.some((pattern) => pattern.test(line)));
}

/** A file's name, without a full stop at the end of a sentence. */
const WORD = /[\w-]+(?:\.[\w-]+)*/g;

const FIRST_LINES = 12;
const LONGEST_LINE = 300;

/** A line may begin with the marks of a comment and with what the file is called. */
const GENERATED: readonly RegExp[] = [
  /^[^\w@]*(?:(?:this|the) (?:make)?file\b[ :,]*|(?:[\w./-]+\.\w+|[\w./-]*makefile)[ :,]+)?(?:(?:is|was|has been) )?(?:automatically |auto-?)?generated (?:automatically )?(?:by|from|with|using)\b/i,
  /\bautomatically generated\b|\bauto-?generated\b|@generated\b/i,
  /^[^\w@]*generated file\b/i,
];
