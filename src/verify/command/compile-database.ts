import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import { type Place, placeOf, placeOfFile } from '../../text/place.ts';
import { bytesOfText, displayText, type SourceText } from '../../text/source-text.ts';
import { splitWords } from './split-words.ts';

/** An entry of `compile_commands.json`. */
export type RecordedCommand = {
  readonly directory: string;
  readonly file: string;
  readonly words: readonly string[];
  /** Where the database names the file. */
  readonly place: Place;
};

export type Database = { readonly commands: readonly RecordedCommand[]; readonly findings: readonly Diagnostic[] };

/**
 * Reads a compile database, in which an entry has `arguments` or a `command`. One that is not a list of entries is a
 * finding; an entry that cannot be used is one, and leaves the others.
 */
export function parseDatabase(source: SourceText): Database {
  const entries = parsed(source.text);
  if (!Array.isArray(entries)) {
    return {
      commands: [],
      findings: [unusable(placeOfFile(source.path), `${source.path} is not a list of commands in JSON`)],
    };
  }
  const commands: RecordedCommand[] = [];
  const findings: Diagnostic[] = [];
  let from = 0;
  for (const [at, entry] of entries.entries()) {
    const { directory, file, arguments: words, command } = (entry ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof directory !== 'string' || typeof file !== 'string' || `${directory}${file}`.includes('\0')) {
      const message = `entry ${at + 1} of ${source.path} has no 'directory' or no 'file'`;
      findings.push(unusable(placeOfFile(source.path), message));
      continue;
    }
    const [place, next] = placeIn(source, file, from);
    from = next;
    const read = wordsOf(words, command);
    if (typeof read === 'string') findings.push(refusedCommand(file, read, place));
    else commands.push({ directory, file, words: read, place });
  }
  return { commands, findings };
}

/** That the command of a unit is not carried out. */
export function refusedCommand(file: string, reason: string, place: Place): Diagnostic {
  return diagnostic('command-refused', `${file} is not compiled: ${reason}`, place);
}

function wordsOf(words: unknown, command: unknown): readonly string[] | string {
  if (Array.isArray(words)) {
    const all = words.every((word) => typeof word === 'string' && !word.includes('\0'));
    return all ? (words as string[]) : "its 'arguments' are not all texts";
  }
  if (typeof command !== 'string' || command.includes('\0')) return "it has neither 'arguments' nor a 'command'";
  const split = splitWords(command);
  return split.kind === 'words' ? split.words : `its command has ${split.reason}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(displayText(text).replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}

/** Where the file is named, looked for in the order of the entries. */
function placeIn(source: SourceText, file: string, from: number): readonly [Place, number] {
  const spelt = bytesOfText(JSON.stringify(file));
  const at = source.text.indexOf(spelt, from);
  if (at < 0) return [placeOfFile(source.path), from];
  return [placeOf(source, { start: at, end: at + spelt.length }), at];
}

function unusable(place: Place, message: string): Diagnostic {
  return withNext(
    diagnostic('database-unusable', message, place),
    'Let the build system write it again: `cmake -DCMAKE_EXPORT_COMPILE_COMMANDS=ON`, `meson setup`, or `bear -- make`.',
  );
}
