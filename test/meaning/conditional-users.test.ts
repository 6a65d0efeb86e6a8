import { beforeAll, describe, expect, test } from '@jest/globals';
import { memoryTree } from '../../src/text/tree.ts';
import { inTemporaryFolder, putFiles } from '../io/temporary-folder.ts';
import { changeUsers, split } from '../users/change-users.ts';
import { preprocessed } from './gcc.ts';

// A user that reads the header under conditions of others alone must not read it always. gcc judges: what each unit returns is
// the same before and after, with each choice of options.

type Files = Readonly<Record<string, string>>;

const choices: readonly (readonly string[])[] = [[], ['-DW'], ['-DV'], ['-DW', '-DV']];
const W = (body: string): string => `#ifdef W\n${body}#endif\n`;
const B = '#include "b.h"\n';
const UTIL = '#include "util.h"\n';
const tests = '#ifdef B_READ\nreturn 2;\n#else\nreturn 1;\n#endif\n';
const unit = (head: string): string => `${head}int go(void) {\n${tests}}\n`;
const guarded = (body: string): string => `#ifndef G_H\n#define G_H\n${body}#endif\n`;

/** By name: headers, and what the unit begins with. */
const cases: Readonly<Record<string, readonly [headers: Files, unit: string]>> = {
  'a header that tests a condition': [{ 'util.h': W(B) }, unit(UTIL)],
  'within an include guard': [{ 'util.h': guarded(W(B)) }, unit(UTIL)],
  'through two headers': [{ 'util.h': W('#include "mid.h"\n'), 'mid.h': guarded(B) }, unit(UTIL)],
  'through three headers, the condition in the middle': [
    { 'util.h': '#include "mid.h"\n', 'mid.h': W('#include "low.h"\n'), 'low.h': guarded(B) },
    unit(UTIL),
  ],
  'two conditions, one in another': [
    { 'util.h': W('#include "mid.h"\n'), 'mid.h': `#ifdef V\n${B}#endif\n` },
    unit(UTIL),
  ],
  'an else-branch': [{ 'util.h': `#ifdef W\nint w(void);\n#else\n${B}#endif\n` }, unit(UTIL)],
  'an elif': [{ 'util.h': `#if defined V\nint w(void);\n#elif defined(W)\n${B}#endif\n` }, unit(UTIL)],
  '#if !defined': [{ 'util.h': `#if !defined(W)\n${B}#endif\n` }, unit(UTIL)],
  'a condition that a file defines': [
    { 'util.h': `#ifdef V\n#define SET 1\n#endif\n#ifdef SET\n${B}#endif\n` },
    unit(UTIL),
  ],
  'a condition of values': [{ 'util.h': `#if defined(W) && defined(V)\n${B}#endif\n` }, unit(UTIL)],
  'two headers with two conditions': [
    { 'util.h': W('#include "mid.h"\n'), 'mid.h': guarded(B), 'two.h': '#ifdef V\n#include "mid.h"\n#endif\n' },
    unit(`${UTIL}#include "two.h"\n`),
  ],
  'no guard around a header that reads it twice': [{ 'util.h': `${W(B)}#ifdef V\n${B}#endif\n` }, unit(UTIL)],
  'a use under the same condition': [
    { 'util.h': W(B) },
    `${UTIL}${W(`int go(void) {\n${tests}}\n`)}#ifndef W\nint go(void) { return 3; }\n#endif\n`,
  ],
  'an include under a condition of a header that tests one': [{ 'util.h': `#ifdef V\n${B}#endif\n` }, unit(W(UTIL))],
  'a part of the file itself': [{}, unit(W(B))],
  '#if 0': [{ 'util.h': `#if 0\n${B}#endif\n${W(B)}` }, unit(UTIL)],
};

/** What the trees define; one run of gcc reads them all. */
const MACROS = ['B_H', 'B_COMMON_H', 'B_GRAPH_H', 'B_IO_H', 'B_MAX', 'B_READ', 'G_H', 'SET'];

/** The trees before and after. */
const trees = new Map<string, Files>();
let seen: readonly string[] = [];

function change([headers, text]: readonly [Files, string]) {
  const files = inInclude({ ...headers, 'a.c': text });
  return { files, ...changeUsers(files) };
}

function inInclude(files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`include/${path}`, text]));
}

/** What `util.h` keeps for the file is under its condition when the name moves to another part, too. */
function moved(headers: Files, text: string) {
  const io = split['include/b-io.h'];
  const macro = '#define B_READ(n) b_read(n)\n';
  const to = {
    'include/b-io.h': io.replace(macro, ''),
    'include/b-graph.h': split['include/b-graph.h'].replace('#endif', `${macro}#endif`),
  };
  const files = inInclude({ ...headers, 'a.c': text });
  return {
    files,
    to,
    before: memoryTree(split),
    told: (kind: 'follow' | 'tell') => followed(kind, { ...files, ...to }),
  };
}

function followed(kind: 'follow' | 'tell', files: Files) {
  return changeUsers(files, undefined, kind === 'tell' ? { kind } : { kind, before: memoryTree(split) });
}

const IO = '#include "b-io.h"\n';
const movedCases: Readonly<Record<string, readonly [headers: Files, unit: string]>> = {
  'a name that moves': [{ 'util.h': W(IO) }, unit(UTIL)],
  'a name that moves, through two headers': [{ 'util.h': W('#include "mid.h"\n'), 'mid.h': IO }, unit(UTIL)],
  'a name that moves, under either condition': [{ 'util.h': `${W(IO)}#ifdef V\n${IO}#endif\n` }, unit(UTIL)],
  'a name that moves, under one condition here and another there': [
    { 'util.h': W(IO) },
    unit(`#ifdef V\n${IO}#endif\n${UTIL}`),
  ],
  'a name that moves, and is always read further down': [
    { 'util.h': W(IO), 'mid.h': IO },
    unit(`${UTIL}#ifdef B_READ\nreturn 4;\n#endif\n#include "mid.h"\n`).replace('return 4', 'int w'),
  ],
  'a name that moves, in an else-branch': [{ 'util.h': `#ifdef W\n#else\n${IO}#endif\n` }, unit(UTIL)],
  'a name that moves, beside a part that is always read': [{ 'util.h': W(IO) }, unit(`#include "b-common.h"\n${UTIL}`)],
};

beforeAll(async () => {
  for (const [name, one] of Object.entries(cases)) {
    const { files, changed } = change(one);
    trees.set(`${name}, before`, { ...split, ...files });
    trees.set(`${name}, after`, { ...split, ...files, ...noNull(changed) });
  }
  for (const [name, [headers, text]] of Object.entries(movedCases)) {
    const { files, to, told } = moved(headers, text);
    trees.set(`${name}, before`, { ...split, ...files });
    trees.set(`${name}, after`, { ...split, ...files, ...to, ...noNull(told('follow').changed) });
  }
  seen = await inTemporaryFolder(async (folder) => {
    const units = [...trees.values()].map((files, at) => {
      putFiles(folder, Object.fromEntries(Object.entries(files).map(([path, text]) => [`${at}/${path}`, text])));
      return `${MACROS.map((name) => `#undef ${name}\n`).join('')}#include "${at}/include/a.c"\n`;
    });
    putFiles(folder, { 'all.c': units.join('') });
    return Promise.all(choices.map((flags) => preprocessed(folder, flags, 'all.c')));
  });
});

function noNull(changed: Readonly<Record<string, string | null>>): Files {
  return Object.fromEntries(Object.entries(changed).flatMap(([path, text]) => (text === null ? [] : [[path, text]])));
}

const returned = (name: string): readonly (string | undefined)[] =>
  seen.map((out) => [...out.matchAll(/return (\d);/g)][[...trees.keys()].indexOf(name)]?.[1]);

test.each([...Object.keys(cases), ...Object.keys(movedCases)])('%s', (name) => {
  expect(returned(`${name}, before`).join()).toMatch(/^\d,\d,\d,\d$/);
  expect(returned(`${name}, after`)).toEqual(returned(`${name}, before`));
});

test('the header that tests the condition keeps the part, and is not said to use nothing', () => {
  const { changed, codes } = change([{ 'util.h': W(B) }, unit(UTIL)]);
  expect(changed).toEqual({ 'include/util.h': W(IO) });
  expect(codes).not.toContain('user-needs-nothing include/util.h');
});

test('a file that reads the header on another way always gets a line there', () => {
  const { changed } = change([{ 'util.h': W(B), 'mid.h': guarded(B) }, unit(`${UTIL}#include "mid.h"\n`)]);
  expect(changed['include/a.c']).toBe(unit(`${UTIL}#include "mid.h"\n${IO}`));
});

describe('a name that moves behind a condition', () => {
  const { told } = moved({ 'util.h': W(IO) }, unit(UTIL));

  test('`check` names the header that tests it', () => {
    const { outcome } = told('tell');
    expect(outcome.findings.map(({ message, next }) => [message, next])).toEqual([
      [
        'include/a.c uses B_READ and does not read include/b-graph.h, which declares it',
        'Include "b-graph.h" in include/util.h behind `#include "b-io.h"`, or run `regenerate`.',
      ],
    ]);
  });

  test('`regenerate` gives that header one line for all its users', () => {
    const { files, to } = moved({ 'util.h': W(IO) }, unit(UTIL));
    const { changed } = followed('follow', { ...files, ...to, 'include/o.c': unit(UTIL) });
    expect(changed).toEqual({ 'include/util.h': W(`${IO}#include "b-graph.h"\n`) });
  });

  test('`regenerate` gives it to a header in angle brackets of no known directory', () => {
    const { files, to } = moved({ 'util.h': W('#include <b-io.h>\n') }, unit('#include <util.h>\n'));
    const { changed } = followed('follow', { ...files, ...to });
    expect(changed).toEqual({ 'include/util.h': expect.stringContaining('#include <b-io.h>\n#include ') });
  });

  test('`regenerate` stops where the header may not change, with what to do', () => {
    const { files, to } = moved({ 'util.h': W(IO) }, unit(UTIL));
    const keep = 'users: { rewrite: all, keep: { include/util.h: { why: a copy } } }\n';
    const { changed, outcome } = changeUsers({ ...files, ...to }, keep, { kind: 'follow', before: memoryTree(split) });
    expect(changed).toEqual({});
    expect(outcome.findings.map(({ code, next }) => [code, next])).toContainEqual([
      'user-lost-part',
      'Include "b-graph.h" in include/util.h behind `#include "b-io.h"`.',
    ]);
  });
});
