import { expect, test } from '@jest/globals';
import { parseHeader } from '../../src/model/lower-header.ts';

/** A header -> its guard, and what stands outside it. */
const cases: readonly (readonly [text: string, guard: string])[] = [
  ['#ifndef A\n#define A\nint x;\n#endif\n', 'A'],
  ['/* c */\n#ifndef A /* d */\n/* e */\n#define A 1\n#endif // A', 'A'],
  ['#if !defined(A)\n#define A\n#endif', 'A'],
  ['#if ! defined A\n#define A\n#endif', 'A'],
  ['%:ifndef A\n%:define A\n%:endif', 'A'],
  ['#pragma once\nint x;\n', '#pragma once'],
  ['#pragma once\n#ifndef A_H\n#define A_H\n#endif', 'A_H, #pragma once'],
  ['#pragma once\n#ifndef HAVE_A\n#define HAVE_A\n#endif', '#pragma once'],
  ['#ifndef A\n#define A\n#pragma once\n#endif', 'A, #pragma once'],
  ['#ifndef A\n#pragma once\n#define A\n#endif', 'A'],
  ['', 'none'],
  ['int x;\n', 'none'],
  ['#ifndef A\n#define B\n#endif', 'none'],
  ['#ifndef A\n#define A int\n#define A(x) x\n#endif', 'none'],
  ['#ifndef A\n#define A(x) x\n#endif', 'none'],
  ['#ifndef A\nint x;\n#define A\n#endif', 'A'],
  ['#ifndef A\n#ifdef A\nint x;\n#endif\n#define A\n#endif', 'none'],
  ['#ifndef A\n#define A\n#else\nint x;\n#endif', 'none'],
  ['#ifdef A\n#define A\n#endif', 'none'],
  ['#if !defined(A) && !defined(B)\n#define A\n#endif', 'none'],
  ['#ifndef A\n#define A\nint x;\n', 'none'],
  ['int y;\n#ifndef A\n#define A\n#endif', 'A beside int y;'],
  ['#ifndef A\n#define A\n#endif\n#include "b.h"\n', 'A beside #include "b.h"'],
];

test.each(cases)('%j', (text, expected) => {
  const { guard, outside } = parseHeader({ path: 'a.h', text });
  const named = guard.kind === 'macro' ? `${guard.name}${guard.once ? ', #pragma once' : ''}` : null;
  const beside = outside.map(({ start, end }) => ` beside ${text.slice(start, end)}`).join('');
  expect((named ?? (guard.kind === 'once' ? '#pragma once' : 'none')) + beside).toBe(expected);
});
