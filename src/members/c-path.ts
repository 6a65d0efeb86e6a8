/** Whether a path is that of a file of C or C++ that a compiler may read. */
export function isCPath(path: string): boolean {
  return /\.(?:c|h|m|y|l|cc|cpp|cxx|c\+\+|mm|hh|hpp|hxx|inc|inl|tcc|def)$/.test(path);
}

/** Whether it is one of assembly, whose offsets into a struct are numbers. */
export function isAssemblyPath(path: string): boolean {
  return /\.(?:[sS]|asm|sx)$/.test(path);
}
