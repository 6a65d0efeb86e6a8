import fc from 'fast-check';
import { assertNever } from '../../../src/diagnostics/assert-never.ts';
import type { Manifest } from '../../../src/manifest/manifest.ts';
import { chosen } from '../c/print-header.ts';
import type { Files } from '../project.ts';

const kinds = [
  'change comment',
  'add comment',
  'add include',
  'add prototype',
  'delete prototype',
  'change signature',
  'change macro',
  'swap prototypes',
  'change banner',
  'change wrapper comment',
  'add statement',
  'move assertion',
] as const;

/** What someone changes in a split tree with an editor. The numbers choose by their remainder. */
export type HandEdit = { readonly kind: (typeof kinds)[number]; readonly at: number; readonly to: number };

export function handEdits(): fc.Arbitrary<HandEdit> {
  return fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(999), to: fc.nat(99) });
}

/** How to tell whether an edit is still there. */
export type Trace =
  | { readonly kind: 'present'; readonly text: string }
  /** A line that no header holds any longer. */
  | { readonly kind: 'gone'; readonly line: string }
  /** Two lines, in this order as long as they stand in one file. */
  | { readonly kind: 'order'; readonly first: string; readonly second: string }
  /** Lines of the definition of a function, as long as the manifest asks the same of it. */
  | { readonly kind: 'assertion'; readonly path: string; readonly text: string; readonly name: string };

export type Edited = { readonly files: Files; readonly trace: Trace };

/** The files after an edit, or null where there is nothing of the kind to edit. `serial` makes new words new. */
export function editByHand(files: Files, manifest: Manifest, edit: HandEdit, serial: number): Edited | null {
  const parts = [...new Set(manifest.parts.map(({ file }) => file))];
  const sources = Object.keys(files).filter((path) => path.endsWith('.c'));
  const word = `hand_${serial}`;
  switch (edit.kind) {
    case 'change comment':
      return editMatch(files, parts, edit, COMMENT, (comment) => {
        const text = comment.replace(/Note \d+/, `Remark of ${word}`);
        return { text, trace: present(text) };
      });
    case 'add comment':
      return editMatch(files, parts, edit, PROTOTYPE, (line, end) => added(`/* ${word} */${end}`, line));
    case 'add include':
      return editMatch(files, parts, edit, INCLUDE, (line, end) => added(line, `#include "${word}.h"${end}`, 'second'));
    case 'add prototype':
      return editMatch(files, parts, edit, PROTOTYPE, (line, end) => added(line, `int ${word}(void);${end}`, 'second'));
    case 'delete prototype':
      return editMatch(files, parts, edit, PROTOTYPE, (line) => ({ text: '', trace: { kind: 'gone', line } }));
    case 'change signature':
      return editMatch(files, parts, edit, PROTOTYPE, (line) => {
        const text = line.replace(/\((?:void)?\)/, `(long ${word})`).replace(/\bint a\b/, `int ${word}`);
        return text === line ? null : { text, trace: present(text) };
      });
    case 'change macro':
      return editMatch(files, parts, edit, /^#define LIMIT_\d+ \d+/gm, (line) => {
        const text = `${line} + ${serial}000`;
        return { text, trace: present(text) };
      });
    case 'swap prototypes':
      return editMatch(files, parts, edit, TWO_PROTOTYPES, (lines) => {
        const [first = '', second = ''] = lines.split(/(?<=\n)/);
        return { text: second + first, trace: { kind: 'order', first: second, second: first } };
      });
    case 'change banner':
      return editMatch(files, parts, edit, /API \d+ of \w+\./g, () => ({
        text: `${word}.`,
        trace: present(`${word}.`),
      }));
    case 'change wrapper comment':
      return editMatch(files, [manifest.header.value], edit, /Nothing new goes here|SPDX-Licen[cs]e/g, () => ({
        text: word,
        trace: present(word),
      }));
    case 'add statement':
      return editMatch(files, sources, edit, /^\}\r?\n/gm, (line, end) => added(`    ${word}();${end}`, line));
    case 'move assertion':
      return moveAssertion(files, sources, edit);
    default:
      return assertNever(edit.kind);
  }
}

/** Whether what an edit left is there in a tree that was regenerated since. */
export function isThere(trace: Trace, files: Files): boolean {
  const texts = Object.entries(files);
  switch (trace.kind) {
    case 'present':
      return texts.some(([, text]) => text.includes(trace.text));
    case 'gone':
      return !texts.some(([path, text]) => path.endsWith('.h') && text.includes(trace.line));
    case 'order':
      // An edit of the manifest may part the two; what it may not do is to put them back.
      return !texts.some(([, text]) => text.includes(trace.second + trace.first));
    case 'assertion':
      return files[trace.path]?.includes(trace.text) ?? false;
    default:
      return assertNever(trace);
  }
}

const COMMENT = /\/\*(?:(?!\*\/)[\s\S])*Note \d+(?:(?!\*\/)[\s\S])*\*\//g;
const PROTOTYPE = /^(?:extern )?(?:int|void) dev_\d+\([^(){}\n]*\);\r?\n/gm;
const TWO_PROTOTYPES =
  /^(?:extern )?(?:int|void) dev_\d+\([^(){}\n]*\);\r?\n(?:int|void) dev_\d+\([^(){}\n]*\);\r?\n/gm;
const INCLUDE = /^#include .*\n/gm;

type Replacement = { readonly text: string; readonly trace: Trace };

/** Replaces one of the places in the files at which a pattern matches. */
function editMatch(
  files: Files,
  paths: readonly string[],
  { at }: HandEdit,
  pattern: RegExp,
  replace: (match: string, lineEnd: string) => Replacement | null,
): Edited | null {
  const places = paths.flatMap((path) => {
    const text = files[path] ?? '';
    return [...text.matchAll(pattern)].map((match) => ({ path, text, start: match.index, match: match[0] }));
  });
  if (places.length === 0) return null;
  const { path, text, start, match } = chosen(places, at);
  const replacement = replace(match, text.includes('\r\n') ? '\r\n' : '\n');
  if (!replacement) return null;
  const after = text.slice(0, start) + replacement.text + text.slice(start + match.length);
  return { files: { ...files, [path]: after }, trace: replacement.trace };
}

function present(text: string): Trace {
  return { kind: 'present', text };
}

/** Two lines of which one is new. */
function added(first: string, second: string, isNew: 'first' | 'second' = 'first'): Replacement {
  return { text: first + second, trace: present(isNew === 'first' ? first : second) };
}

/** Behind the statement that follows it, together with the blank line between them. */
function moveAssertion(files: Files, paths: readonly string[], edit: HandEdit): Edited | null {
  const asserted =
    /(dev_\d+)(?:(?!^\}|dev_\d)[\s\S])*?^ {4}(?:assert_\w+|ASSERT_EITHER)\(\);\n\n?(?: {4}[^\n{}#]*;\n)/gm;
  const places = paths.flatMap((path) =>
    [...(files[path] ?? '').matchAll(asserted)].map((match) => ({ path, match: match[0], name: match[1] ?? '' })),
  );
  if (places.length === 0) return null;
  const { path, match, name } = chosen(places, edit.at);
  const [, head = '', assertion = '', blank = '', statement = ''] =
    /^([\s\S]*\n)( {4}[^\n]*\n)(\n?)( {4}[^\n]*\n)$/.exec(match) ?? [];
  const text = blank + statement + assertion;
  const after = (files[path] ?? '').replace(match, () => head + text);
  return { files: { ...files, [path]: after }, trace: { kind: 'assertion', path, text: statement + assertion, name } };
}
