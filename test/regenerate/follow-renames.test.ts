import { expect, test } from '@jest/globals';
import { followRenames } from '../../src/regenerate/follow-renames.ts';

const renamed = new Map([
  ['include/a/io.h', 'include/a/io-main.h'],
  ['include/a/graph.h', 'include/b/graph.h'],
]);
const naming = {
  resolve: (_: string, { path }: { path: string }) => `include/${path.includes('/') ? path : `a/${path}`}`,
  spell: (_: string, to: string) => `"${to.slice('include/'.length)}"`,
};

function follow(text: string): string {
  return followRenames('src/x.c', text, renamed, naming);
}

test('the name changes, the form stays', () => {
  expect(follow('#include "io.h"\n')).toBe('#include "io-main.h"\n');
  expect(follow('# include <a/io.h> /* io.h */\r\n')).toBe('# include <a/io-main.h> /* io.h */\r\n');
  expect(follow('#ifdef X\n#include "a/io.h"\n#endif\n')).toBe('#ifdef X\n#include "a/io-main.h"\n#endif\n');
});

test('a file in another folder is spelt anew', () => {
  expect(follow('#include "graph.h"\n')).toBe('#include "b/graph.h"\n');
});

test('other files, comments and macros stay', () => {
  const text = '#include "other/io.h"\n// #include "io.h"\n#define IO "io.h"\n#include IO\nchar *s = "io.h";\n';
  expect(follow(text)).toBe(text);
});
