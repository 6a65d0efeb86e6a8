import { baseName } from '../../text/file-path.ts';
import type { SourceText } from '../../text/source-text.ts';

/**
 * How a file's lists are written. `make`, `cmake`: words between blanks. `quoted`: strings between commas (meson, gyp,
 * Bazel, GN, SCons). `plain`: anything else that holds data, read line by line. The last four are not changed.
 */
export type FileForm =
  | 'maintainers'
  | 'make'
  | 'cmake'
  | 'quoted'
  | 'plain'
  | 'source'
  | 'document'
  | 'script'
  | 'binary';

/** The form of a file, by its name and its first bytes; the first rule that fits counts. */
export function formOf({ path, text }: SourceText): FileForm {
  if (text.includes('\0')) return 'binary';
  const name = baseName(path);
  const rule = RULES.find(([, pattern]) => pattern.test(name));
  if (rule) return rule[0];
  if (text.startsWith('#!')) return 'script';
  return /(?:^|\/)(?:docs?|Documentation|man)\//i.test(path) ? 'document' : 'plain';
}

const RULES: readonly (readonly [FileForm, RegExp])[] = [
  ['maintainers', /^MAINTAINERS$/],
  ['make', /^(?:GNU|BSD)?makefile(?:[.-].*)?$|\.(?:mk|mak|make|am)$|^Kbuild$/i],
  ['cmake', /^CMakeLists\.txt$|\.cmake(?:\.in)?$/],
  ['quoted', /^meson\.build$|^BUILD(?:\.bazel|\.gn)?$|^SCons(?:cript|truct)$|\.(?:gypi?|bzl|gni?)$/],
  ['source', /\.(?:[chlmySs]|cc|cpp|cxx|hh|hpp|hxx|inc|inl|ipp|td|rs|go|swift)(?:\.in)?$/],
  ['document', /\.(?:rst|md|texi?|adoc|html?|man|pod|po|pot|dox|[1-9])(?:\.in)?$/i],
  ['document', /^(?:README|NEWS|CHANGES|ChangeLog|HISTORY|AUTHORS|TODO|CREDITS|COPYING|LICEN[CS]E)/i],
  ['script', /\.(?:sh|bash|py|p[lm]|awk|rb|lua|js|mjs|ts|tcl|sed|m4|ac|bat|cmd|ps1|cocci|com)(?:\.in)?$|^configure$/i],
];
