import { placeOf } from '../../text/place.ts';
import type { SourceText } from '../../text/source-text.ts';
import { wordsIn } from '../../text/tree.ts';
import type { Ordered } from './ordered.ts';
import type { OrderReason } from './reordered.ts';
import { wordsOf } from './type-names.ts';

/** Programs that are not C, or not of this tree, and know the order of members: installed headers, and other languages. */
export function knownOutside(struct: Ordered): readonly OrderReason[] {
  const { tree, definition, names, units } = struct;
  const { path } = definition.source;
  const isInterface = /(?:^|\/)uapi\//.test(path);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const builders = /\.h\w*$/.test(name) ? [...tree.filesNaming([name], isBuildFile).keys()] : [];
  const members = units.flatMap((unit) => unit.names);
  const others = [...tree.filesNaming(wordsOf(names), isOtherLanguage)];
  return [
    ...(isInterface
      ? [{ why: 'its header is for programs outside', place: placeOf(definition.source, definition.head) }]
      : []),
    ...builders.flatMap((file) => installedBy({ path: file, text: tree.read(file) ?? '' }, name)),
    ...others.flatMap(([file, [word = '']]) => describedIn({ path: file, text: tree.read(file) ?? '' }, word, members)),
  ];
}

function isBuildFile(path: string): boolean {
  return /(?:^|\/)(?:meson\.build|CMakeLists\.txt|SConstruct|SConscript|[\w.-]*[Mm]akefile[\w.-]*)$|\.(?:am|mk|cmake|pro|bp)$/.test(
    path,
  );
}

/** Statements and logical lines that name the header, and say themselves or by a variable that it is installed. */
function installedBy(source: SourceText, name: string): readonly OrderReason[] {
  const { text } = source;
  const found: OrderReason[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (/[\w.-]/.test(text[at - 1] ?? '') || /[\w-]/.test(text[at + name.length] ?? '')) continue;
    const said = statementAround(text, at);
    const variable = /(?:^|\n)[^\S\n]*([A-Za-z_][\w.]*)\s*[:+?]?=|\bset\s*\(\s*(\w+)/.exec(said);
    const isSaid = INSTALLS.test(said) && !/(?:noinst|check)_/.test(said);
    const byVariable = variable !== null && isInstalled(text, variable[1] ?? variable[2] ?? '');
    if (isSaid || byVariable)
      found.push({
        why: 'its header is installed for programs outside',
        place: placeOf(source, { start: at, end: at + name.length }),
      });
  }
  return found.slice(0, 1);
}

/** `install_headers(headers)`, `install(FILES ${HEADERS} …)`, `$(INSTALL) $(HEADERS)`, on one line or three more. */
function isInstalled(text: string, variable: string): boolean {
  const used = new RegExp(`(?:\\$[({]|[( ,])${variable.replaceAll('.', '\\.')}\\b`);
  const lines = text.split('\n');
  return lines.some((line, at) => {
    const installs = INSTALLS.exec(line);
    return installs !== null && used.test([line.slice(installs.index), ...lines.slice(at + 1, at + 4)].join('\n'));
  });
}

const INSTALLS =
  /\binstall(?:_headers|_data)?\b|_HEADERS\b|PUBLIC_HEADER|\$[({]INSTALL\w*[)}]|prebuilt_etc|export_include/;

function statementAround(text: string, at: number): string {
  let start = text.lastIndexOf('\n', at) + 1;
  while (start > 0 && isContinued(text, start)) start = text.lastIndexOf('\n', start - 2) + 1;
  const end = text.indexOf('\n', at);
  return text.slice(start, end < 0 ? text.length : end);
}

/** Whether the line above goes on: by a backslash, or because its parentheses are open. */
function isContinued(text: string, start: number): boolean {
  const above = text.slice(text.lastIndexOf('\n', start - 2) + 1, start - 1);
  if (/\\\s*$/.test(above)) return true;
  const paragraph = text.slice(text.lastIndexOf('\n\n', start - 2) + 1, start);
  const opened = (paragraph.match(/[([]/g) ?? []).length - (paragraph.match(/[)\]]/g) ?? []).length;
  return opened > 0;
}

function isOtherLanguage(path: string): boolean {
  return /\.(?:py|rs|lua|rb|pl|pm|cs|java|kt|swift|zig|d|nim|hs|ml|pas|go|js|ts)$/.test(path);
}

/** Marks of a file that lays a struct of C out for itself. */
const LAYOUT =
  /ctypes|cffi|cdef|_fields_|repr\s*\(\s*C|extern\s+struct|StructLayout|FFI|JNA|unpack\s*\(|align\s*\(\s*C\s*\)|unsafe\.Pointer/;

function describedIn(source: SourceText, word: string, members: readonly string[]): readonly OrderReason[] {
  if (!LAYOUT.test(source.text) || wordsIn(source.text, members).length < 2) return [];
  const start = source.text.search(new RegExp(`(?<![\\w$])${word.replaceAll('$', '\\$')}(?![\\w$])`));
  return [{ why: 'another language has its layout', place: placeOf(source, { start, end: start + word.length }) }];
}
