/** Whether a path is that of a file of C or C++, which a compiler may read: `foo.c`, `foo.h`, `foo.c.inc`. */
export function isCFile(path: string): boolean {
  return /\.(?:c|h|m|y|S|cc|cpp|cxx|c\+\+|mm|hh|hpp|hxx|inc|inl|tcc|def)$/.test(path);
}

/** Whether it is compiled by itself, and not read by other files. */
export function isSourceFile(path: string): boolean {
  return /\.(?:c|m|y|S|cc|cpp|cxx|c\+\+|mm)$/.test(path);
}

/** Whether C++ alone reads it. */
export function isCppFile(path: string): boolean {
  return /\.(?:cc|cpp|cxx|c\+\+|mm|hh|hpp|hxx|tcc)$/.test(path);
}
