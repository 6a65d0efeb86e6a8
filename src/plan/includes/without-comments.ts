import { lex, lexRange } from '../../parse/tokens/lex.ts';
import type { Token } from '../../parse/tokens/token.ts';

/** A file without its comments, where its name or its first line says how these look; other files as they are. */
export function withoutComments(file: string, text: string): string {
  if (C_FILES.test(file)) return withoutCComments(text);
  if (isHashFile(file, text)) return withoutHashComments(text);
  const mark = LINE_MARKS.find(({ files }) => files.test(file))?.mark;
  return mark === undefined ? text : text.replace(mark, '');
}

/** Where a comment goes from a mark, at the beginning of a line or after a blank, to the end of the line. */
const LINE_MARKS: readonly { readonly files: RegExp; readonly mark: RegExp }[] = [
  { files: /\.m4$/, mark: /(?<!\S)(?:dnl\b|#).*$/gm },
  { files: /\.(?:lua|hs|sql|adb|ads)$/, mark: /(?<!\S)--.*$/gm },
  { files: /\.(?:el|lisp|scm|asm)$/, mark: /(?<!\S);.*$/gm },
];

const C_FILES =
  /\.(?:[chSy]|[dlm]|cc|cpp|cxx|hh|hpp|inc|hx|mm|cu|rs|go|js|ts|java|kt|swift|vala|proto|cocci|dtsi?|ld|lds)$/;

/** The name says it: `Makefile.am`, `meson.build`, `Kconfig.debug`. */
const HASH_FILES =
  /(?:^|\/)(?:GNUmakefile|SConstruct|SConscript|BUILD|[Mm]akefile|Kbuild|Kconfig|Dockerfile|CMakeLists\.txt|meson\.build|meson_options\.txt|configure|\.gitignore|\.gitattributes)(?:\.\w+)?$|\.(?:py|pl|pm|sh|bash|rb|awk|mk|mak|am|ac|cmake|build|yml|yaml|toml|cfg|conf|tcl|gn|gni|gyp|gypi|bzl|bazel|nix|spec)$/;

function isHashFile(file: string, text: string): boolean {
  return HASH_FILES.test(file) || /^#!.*\b(?:sh|bash|dash|ksh|zsh|python[\d.]*|perl|awk|ruby|tclsh|make)\b/.test(text);
}

function withoutCComments(text: string): string {
  const inside = ({ start, end }: Token): readonly Token[] => lexRange(text, start + 1, end);
  const tokens = lex(text).flatMap((token) => (token.kind === 'directive' ? inside(token) : [token]));
  const comments = tokens.filter(({ kind }) => kind === 'comment');
  const starts = [0, ...comments.map(({ end }) => end)];
  return starts.map((start, at) => text.slice(start, comments[at]?.start)).join(' ');
}

/** From a `#` that begins a word, outside quotes, to the end of its line. A directive is C that a script writes. */
function withoutHashComments(text: string): string {
  return text.replace(/^.*#.*$/gm, (line) => {
    const isOpen = { '"': false, "'": false };
    for (const { 0: mark, index } of line.matchAll(
      /["']|(?<![^\s;])#(?!(?:include|import|define|if|line)\b|[ \t]*include[ \t]*[<"\\])/g,
    )) {
      if (mark === '"' || mark === "'") isOpen[mark] = !isOpen[mark];
      else if (!isOpen['"'] && !isOpen["'"]) return line.slice(0, index);
    }
    return line;
  });
}
