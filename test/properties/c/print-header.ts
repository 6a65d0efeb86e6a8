import { assertNever } from '../../../src/diagnostics/assert-never.ts';
import type { Block, CommentDraft, DefinitionDraft, FunctionDraft, HeaderDraft, LineStyle } from './draft.ts';
import { brackets, conditions, forms, inlineBodies } from './forms.ts';
import { printComment } from './print-comment.ts';
import { type Shape, shapes } from './shapes.ts';
import { includePaths } from './support.ts';

/** A header as text (latin1), and what a manifest and sources need to know of it. */
export type PrintedHeader = {
  readonly text: string;
  readonly functions: readonly PrintedFunction[];
  /** What may be assigned under `declarations`: name -> the part that the draft chose, null for the shared one. */
  readonly declarations: ReadonlyMap<string, number | null>;
};

export type PrintedFunction = {
  readonly name: string;
  readonly part: number;
  readonly isAsserted: boolean;
  readonly comment: 'own' | 'section' | null;
  readonly definition: (DefinitionDraft & { readonly head: string; readonly returns: Shape['returns'] }) | null;
};

export function printHeader(draft: HeaderDraft): PrintedHeader {
  // Without a guard, what leads back to the header would never end.
  const paths = draft.guard === 'none' ? includePaths.slice(0, -1) : includePaths;
  const state: State = {
    lines: [],
    functions: [],
    declarations: new Map(),
    types: ['struct pair'],
    callable: [],
    paths,
    next: 1,
    groups: 0,
  };
  const guard = guardLines(draft);
  const licence = LICENCES[draft.licence % LICENCES.length] ?? [];
  state.lines.push(...licence, ...(licence.length > 0 ? [''] : []), ...guard.open, '', '#include "support.h"');
  for (const { path, comment, blank } of draft.includes) {
    if (blank) state.lines.push('');
    state.lines.push(...printComment(comment, state.next++, null), `#include ${chosen(paths, path)}`);
  }
  state.lines.push('');
  printBlocks(draft.blocks, state);
  state.lines.push(...(guard.close.length > 0 ? ['', ...guard.close] : []));
  return { text: inStyle(state.lines, draft.lines), functions: state.functions, declarations: state.declarations };
}

/** Lines and names so far; `types` and `callable` are those that every compiler sees. */
type State = {
  readonly lines: string[];
  readonly functions: PrintedFunction[];
  readonly declarations: Map<string, number | null>;
  readonly types: string[];
  readonly callable: string[];
  readonly paths: readonly string[];
  next: number;
  /** How many groups are open. */
  groups: number;
};

const LICENCES: readonly (readonly string[])[] = [
  ['/* SPDX-License-Identifier: MIT */'],
  [],
  ['/*', ' * Devices.', ' *', ' * Copyright 2020 A. Body', ' */'],
  ['// SPDX-License-Identifier: GPL-2.0', '/* Devices, by A. Body. */'],
];

function guardLines({ guard, closes }: HeaderDraft): { readonly open: string[]; readonly close: string[] } {
  switch (guard) {
    case 'ifndef':
      return { open: ['#ifndef DEV_H', '#define DEV_H'], close: [closes ? '#endif /* DEV_H */' : '#endif'] };
    case 'not-defined':
      return { open: ['#if !defined(DEV_H)', '#define DEV_H 1'], close: [closes ? '#endif // DEV_H' : '#endif'] };
    case 'once':
      return { open: ['#pragma once'], close: [] };
    case 'none':
      return { open: [], close: [] };
    default:
      return assertNever(guard);
  }
}

function printBlocks(blocks: readonly Block[], state: State): void {
  for (const block of blocks) {
    for (let count = 0; count < block.blank; count++) state.lines.push('');
    const at = state.lines.length;
    const number = state.next;
    const code = printContent(block, state);
    const name = state.functions.find((one) => one.name.startsWith(`dev_${number}`))?.name ?? null;
    state.lines.splice(at, 0, ...commentAbove(block.comment, number, name));
    if (code !== null) state.lines.push(...withTrailing(code, block, number));
  }
}

function commentAbove(comment: CommentDraft, number: number, name: string | null): readonly string[] {
  const lines = printComment(comment, number, name);
  return lines.length > 0 && comment.detached ? [...lines, ''] : lines;
}

/** The text of one item; null for what holds others, whose lines are in the state already. */
function printContent({ content }: Block, state: State): string | null {
  const n = state.next++;
  const type = chosen(state.types, n * 7);
  switch (content.kind) {
    case 'function':
      return printFunction(content, `dev_${n}`, type, state);
    case 'inline': {
      const body = chosen(inlineBodies, content.body)(n, state.callable.at(-1) ?? null);
      note(state, `dev_${n}`, content.part);
      if (state.groups === 0) state.callable.push(`dev_${n}`);
      return `static inline int dev_${n}(int a)${body}`;
    }
    case 'declaration': {
      const form = chosen(forms, content.form);
      if (form.name) state.declarations.set(form.name(n), content.part);
      if (form.type && state.groups === 0) state.types.push(form.type(n));
      return form.text(n);
    }
    case 'both-branches': {
      note(state, `dev_${n}`, content.part);
      return `${chosen(conditions, content.condition)}\nint dev_${n}(int a);\n#else\nint dev_${n}(int a, ...);\n#endif`;
    }
    case 'group': {
      state.groups++;
      state.lines.push(chosen(conditions, content.condition));
      for (const [index, branch] of content.branches.entries()) {
        if (index > 0) state.lines.push(index + 1 < content.branches.length ? `#elif defined(ELSE_${index})` : '#else');
        printBlocks(branch, state);
      }
      state.lines.push('#endif');
      state.groups--;
      return null;
    }
    case 'bracket': {
      const [open, close] = chosen(brackets, content.bracket);
      state.lines.push(...open.split('\n'));
      printBlocks(content.blocks, state);
      state.lines.push(...close.split('\n'));
      return null;
    }
    case 'include':
      return `#include ${chosen(state.paths, content.path)}`;
    case 'self-defining':
      note(state, `dev_${n}`, content.part);
      return `#ifndef HAVE_${n}\n#define HAVE_${n} 1\nint dev_${n}(void);\n#endif`;
    default:
      return assertNever(content);
  }
}

function printFunction(draft: FunctionDraft, name: string, type: string, state: State): string {
  const shape = chosen(shapes, draft.shape);
  const { part, isAsserted, comment } = draft;
  for (const one of shape.names(name)) {
    const definition =
      draft.definition && one === name
        ? { ...draft.definition, head: shape.head(name, type), returns: shape.returns }
        : null;
    state.functions.push({ name: one, part, isAsserted, comment, definition });
  }
  if (state.groups === 0) state.callable.push(name);
  return `${shape.declare(name, type)};`;
}

/** A function without a definition elsewhere. */
function note(state: State, name: string, part: number): void {
  state.functions.push({ name, part, isAsserted: true, comment: null, definition: null });
}

/** A directive ends with its line, so a comment behind it is one of the directive's own. */
function withTrailing(code: string, { trailing }: Block, number: number): readonly string[] {
  switch (trailing) {
    case 'none':
      return code.split('\n');
    case 'block':
      return `${code} /* trailing ${number} */`.split('\n');
    case 'line':
      return `${code} // trailing ${number}`.split('\n');
    default:
      return assertNever(trailing);
  }
}

function inStyle(lines: readonly string[], { end, indent, lastLine }: LineStyle): string {
  const indented = lines
    .flatMap((line) => line.split('\n'))
    .map((line) => (indent === 'tabs' ? line.replace(/^(?: {4})+/, (blanks) => '\t'.repeat(blanks.length / 4)) : line));
  return indented.join(end) + (lastLine === 'ended' ? end : '');
}

export function chosen<T>(list: readonly T[], at: number): T {
  const found = list[at % list.length];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
}
