import { expect, test } from '@jest/globals';
import { usersLeftOut } from '../../src/commands/series/users-left-out.ts';
import { parseManifest } from '../../src/manifest/parse-manifest.ts';

test.each([
  ['users: { rewrite: all }\n', ['users-not-in-series b.yaml:4']],
  ['users: { rewrite: none }\n', []],
  ['', []],
])('a series says that it leaves the includes of users out: %s', (users, expected) => {
  const text = `version: 1\nheader: b.h\nparts: { common: {}, io: {} }\n${users}`;
  const { manifest } = parseManifest({ path: 'b.yaml', text });
  const found = manifest ? usersLeftOut([manifest]) : [];
  expect(found.map(({ code, places: [{ place }] }) => `${code} ${place.file}:${place.line}`)).toEqual(expected);
});
