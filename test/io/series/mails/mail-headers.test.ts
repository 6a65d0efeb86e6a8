import { expect, test } from '@jest/globals';
import { encodeHeaders } from '../../../../src/io/series/mails/mail-headers.ts';

const bytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

test.each([
  ['"Müller, Jürgen J" <j@x>', '=?UTF-8?q?M=C3=BCller=2C=20J=C3=BCrgen=20J?= <j@x>'],
  ['Jürgen Müller <j@x>', '=?UTF-8?q?J=C3=BCrgen=20M=C3=BCller?= <j@x>'],
  ['"Jürgen \\"J\\" Müller" <j@x>', '=?UTF-8?q?J=C3=BCrgen=20=22J=22=20M=C3=BCller?= <j@x>'],
  ['"Mueller, J." <j@x>', '"Mueller, J." <j@x>'],
])('the sender of a cover letter: %s', (from, encoded) => {
  const mail = encodeHeaders(bytes(`From: ${from}\nSubject: [PATCH 0/1] Größe\n\nText\n`));
  expect(mail).toBe(`From: ${encoded}\nSubject: [PATCH 0/1] =?UTF-8?q?Gr=C3=B6=C3=9Fe?=\n\nText\n`);
});
