import { describe, expect, test } from '@jest/globals';
import { parseHeader } from '../../src/model/lower-header.ts';
import { sectionTitles } from '../../src/model/section-titles.ts';
import { functionNames } from '../../src/plan/placement.ts';

/** Function -> title, those without one left out. */
function titlesIn(text: string): Readonly<Record<string, string>> {
  const header = parseHeader({ path: 'a.h', text: `#include "z.h"\n\n${text}` });
  const titles = sectionTitles(header);
  const entries = header.items.flatMap((item) => {
    const title = titles.get(item.index);
    return title === undefined ? [] : functionNames(item).map((name): [string, string] => [name, title]);
  });
  return Object.fromEntries(entries);
}

describe('sectionTitles', () => {
  test('a comment directly above several functions holds for their run', () => {
    expect(titlesIn('/* Modules */\nint fa(void);\nint fb(void);\n\nint fc(void);\n')).toEqual({
      fa: 'Modules',
      fb: 'Modules',
    });
  });

  test('one above a single function is its own', () => {
    expect(titlesIn('/* Never returns NULL */\nint fa(void);\n\n/* Lists */\nint fb(void);\nint fc(void);\n')).toEqual({
      fb: 'Lists',
      fc: 'Lists',
    });
  });

  test('the name of a source file holds up to the next title, over one function and blank lines', () => {
    const text = '/* tty.c */\nint fa(void);\n\nint fb(void);\n\n/* job.c: jobs. */\nint fc(void);\n';
    expect(titlesIn(text)).toEqual({ fa: 'tty.c', fb: 'tty.c', fc: 'job.c: jobs' });
  });

  test('so does what stands between drawn lines', () => {
    const text = '/*------------\n * Prototypes\n *------------*/\n\nint fa(void);\n\nint fb(void);\n';
    expect(titlesIn(text)).toEqual({ fa: 'Prototypes', fb: 'Prototypes' });
  });

  test.each([
    '/*************\n * Requests  *\n *************/',
    '/* ============\n   Requests\n   ============ */',
    '/*\n * ===========\n * Requests\n * ===========\n */',
    '/*=========== Requests ===========*/',
    '/* ---------- Requests */',
    '/******************\n ***  Requests  ***\n ******************/',
    '/*-----------------+\n |    Requests     |\n +-----------------*/',
    '/*################\n * #  Requests  #\n *###############*/',
    '//////////////////\n// Requests     //\n//////////////////',
    '// ============\n// Requests\n// ============',
  ])('a frame is not part of the title: %j', (comment) => {
    expect(titlesIn(`${comment}\n\nint fa(void);\n\nint fb(void);\n`)).toEqual({ fa: 'Requests', fb: 'Requests' });
  });

  test.each(['/* == Requests == */', '/* *** Requests *** */', '/*** Requests ***/', '/* -- Requests -- */'])(
    'nor are short marks around it: %j',
    (comment) => {
      expect(titlesIn(`${comment}\nint fa(void);\nint fb(void);\n`)).toEqual({ fa: 'Requests', fb: 'Requests' });
    },
  );

  test('and a title over another comment', () => {
    const text = '/* Sorted sets */\n\n/* Flags. */\n#define A 1\n\nint fa(void);\n\nint fb(void);\n';
    expect(titlesIn(text)).toEqual({ fa: 'Sorted sets', fb: 'Sorted sets' });
  });

  test('a section may have macros first, and comments of its functions', () => {
    const text = '/* Requests */\n\nint fa(void);\n/* Fast. */\nint fb(void);\nint fc(void);\n';
    expect(titlesIn(text)).toEqual({ fa: 'Requests', fb: 'Requests', fc: 'Requests' });
  });

  test('a title inside a conditional ends with its branch', () => {
    const text =
      '/* a.c */\nint fa(void);\n#ifdef X\n/* x.c */\nint fb(void);\n#else\nint fc(void);\n#endif\nint fd(void);\n';
    expect(titlesIn(text)).toEqual({ fa: 'a.c', fb: 'x.c', fc: 'a.c', fd: 'a.c' });
  });

  test('the first sentence is enough where it is short', () => {
    const text =
      '/*\n * I/O API functions. These are thread-safe, and\n * can run anywhere.\n */\n\nint fa(void);\nint fb(void);\n';
    expect(titlesIn(text)).toEqual({ fa: 'I/O API functions', fb: 'I/O API functions' });
  });

  test.each([
    ['prose', '/* These functions take the lock of the device that they are given, and give it back at the end */'],
    ['a sentence of many words, explained', '/* KASAN per-page tags are stored xored. This avoids a fault. */'],
    ['code that was commented out', '/* int old(void); */'],
    ['a directive that was', '/* #define OLD */'],
    ['a remark', '/* XXX: move these */'],
    ['a doc comment', '/** Opens. */'],
    ['nothing', '/* */'],
  ])('%s is no title', (_, comment) => {
    expect(titlesIn(`${comment}\nint fa(void);\nint fb(void);\n`)).toEqual({});
  });

  test('bytes are read as UTF-8, and what cannot be seen is left out', () => {
    const text = Buffer.from('/* Größe\u202e\u0007 und */\nint fa(void);\nint fb(void);\n').toString('latin1');
    expect(titlesIn(text)).toEqual({ fa: 'Größe und', fb: 'Größe und' });
  });

  test('marks of // comments and stars go', () => {
    const text = '// ============ //\n// I/O   part:\n// ============ //\n\nint fa(void);\nint fb(void);\n';
    expect(titlesIn(text)).toEqual({ fa: 'I/O part', fb: 'I/O part' });
    expect(titlesIn('/*\r\n** access functions\r\n*/\r\nint fa(void);\r\nint fb(void);\r\n')).toEqual({
      fa: 'access functions',
      fb: 'access functions',
    });
  });

  test.each([
    ['/* ==============\n * Requests\n * ============== */'],
    ['/* -------------- Requests -------------- */'],
    ['/*** Requests ***/'],
    ['/* === Requests === */'],
    ['/* Requests *\n * ---------- */'],
    ['/**************/\n/*  Requests  */\n/**************/'],
    ['/* Requests */\n/* ---------- */'],
    ['// ##########\n// Requests\n// ##########'],
    ['/* ==============\r\n * Requests\r\n * ============== */'],
  ])('drawn lines tell a title from the comment directly below it: %j', (title) => {
    for (const own of ['/* Opens it. */', '/** Opens it. */', '/**\n * fa() - opens it\n */', '// Opens it.']) {
      const text = `${title}\n${own}\nint fa(void);\nint fb(void);\n\n/* Closes it. */\nint fc(void);\n`;
      expect(titlesIn(text)).toEqual({ fa: 'Requests', fb: 'Requests', fc: 'Requests' });
    }
  });

  test.each([
    ['the banner of one function', '/* ==========\n * f_one\n * ========== */', '/* Opens it. */'],
    ['a table', '/* Returns:\n * a | b\n * ----------\n * 0 | 1\n */', '/* Never NULL. */'],
    ['an open frame', '/************/', '/* Opens it. */\n/* Never NULL. */'],
    ['a doc comment', '/** ==========\n * Requests\n * ========== */', '/* Opens it. */'],
    ['a comment without drawn lines', '/* Requests */', '/* Opens it. */'],
  ])('%s is not told from the comment below it', (_, above, below) => {
    const header = parseHeader({ path: 'a.h', text: `#include "z.h"\n\n${above}\n${below}\nint f_one(void);\n` });
    expect(header.comments).toHaveLength(1);
  });

  test('one title may stand directly below another, and both above a comment', () => {
    const text = '/* ===== Files ===== */\n/* ----- Reading ----- */\n/* Opens it. */\nint fa(void);\nint fb(void);\n';
    expect(titlesIn(text)).toEqual({ fa: 'Reading', fb: 'Reading' });
  });

  test('a drawn line directly above one declaration, with nothing between, stays its own comment', () => {
    const text = '#include "z.h"\n\n/* ==========\n * Requests\n * ========== */\nint fa(void);\n\nint fb(void);\n';
    expect(parseHeader({ path: 'a.h', text }).comments.map(({ role }) => role)).toEqual(['own']);
  });
});
