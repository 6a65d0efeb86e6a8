import { expect, test } from '@jest/globals';
import { bannerLine, partTitle } from '../../src/series/banner-title.ts';

test.each([
  ['Configuration API', 'configuration'],
  ['Global state API functions. These need the lock.', 'global state'],
  ['I/O API functions', 'I/O'],
  ['TPM API', 'TPM'],
  ['IPv4 API', 'IPv4'],
  ['X86 API', 'X86'],
  ['OpenSSL API', 'OpenSSL'],
])('the banner %j calls its functions %j', (banner, title) => {
  expect(partTitle({ banner, name: 'part' })).toBe(title);
});

test.each([
  [
    'Network addresses: parsing, printing and comparing them.',
    'network addresses: parsing, printing and comparing them',
  ],
  ['Time: conversions.', 'time: conversions'],
  ['/*\n * Strings and\n * numbers\n */', 'strings and numbers'],
  ['URL encoding. These functions allocate.', 'URL encoding'],
  ['These functions wait for requests. They may sleep.', 'functions that wait for requests'],
  ['The following macros are for drivers.', 'the following macros are for drivers'],
  ['These functions and macros need the lock.', 'these functions and macros need the lock'],
  ['Functions for:', null],
  [`Words${' and words'.repeat(9)}.`, null],
])('the banner %j says %j', (banner, line) => {
  expect(bannerLine({ banner })).toBe(line);
});
