import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { encodeForTransport } from '../../../src/io/series/mails/transfer-encoding.ts';
import { benchOutput } from '../../../src/io/series/workbench.ts';
import { git } from '../temporary-folder.ts';
import { applyMails, built, inRepository, made, mailsOf, onSite } from './series-fixture.ts';

const utf8 = (text: string): string => Buffer.from(text).toString('latin1');

describe('git am on a clean clone gives back every byte of', () => {
  test.each([
    ['ASCII', 'a\nb\n', 'a\nB\n'],
    ['UTF-8', utf8('ä\nb\n'), utf8('ä\nß→\n')],
    ['latin-1', 'J\xfcrgen\nb\n', 'J\xfcrgen\n\xe9\n'],
    ['a line of 998 bytes', 'x\n', `${'x'.repeat(998)}\n`],
    ['a line of 5000 bytes', `${'x='.repeat(2500)}\n`, `${'y\xff'.repeat(2500)}\n`],
    ['CRLF', 'a\r\nb\r\nc\r\n', 'a\r\nB\r\nc\r\n'],
    ['CRLF that becomes LF', 'a\r\nb\r\n', 'a\nb\n'],
    ['CR inside of a line, and at its end', 'a\rb\r\r\n', 'a\rb\rc\r\r\n'],
    ['no newline at the end', 'a\nb', 'a\nB'],
    ['a CR at the end', 'a\nb\r', 'a\nB\r'],
    ['a newline at the end that was not there', 'a\nb', 'a\nb\n'],
    ['blanks at the end of lines', 'a \nb\t\n', 'a \nB\t\n \n'],
    ['form feeds and other control characters', 'a\f\n\x1b\n', 'A\f\n\x1b\x01\n'],
    ['lines that look like mail', 'From x\n', '--- a\n-- \nFrom a@b Mon Sep 17 00:00:00 2001\n.\n'],
    ['NUL bytes', 'a\0b\n', 'a\0c\r\n'],
    ['UTF-8 with a byte order mark', '\xef\xbb\xbfa\n', '\xef\xbb\xbfb\n'],
    ['an empty file', '', 'a'],
    ['a file that becomes empty', 'a\r\n', ''],
  ])('%s', async (_, before, after) => {
    await inRepository({ 'a.h': before }, async (top, folder) => {
      const copy = `${before}${after}`;
      const mails = await mailsOf(top, [
        made(utf8('Größe: split'), { 'a.h': [before, after], 'sub/ünd "b".h': [null, copy] }, utf8('Für\n')),
        made('Next', { 'a.h': [after, before], 'sub/ünd "b".h': [copy, null], 'c.h': [null, after] }),
      ]);
      const clone = applyMails(top, folder, mails);
      expect(readFileSync(join(clone, 'a.h'), 'latin1')).toBe(before);
      expect(readFileSync(join(clone, 'c.h'), 'latin1')).toBe(after);
      git(clone, 'checkout', '-q', 'HEAD^');
      expect(readFileSync(join(clone, 'a.h'), 'latin1')).toBe(after);
      expect(readFileSync(join(clone, 'sub/ünd "b".h'), 'latin1')).toBe(copy);
      expect(git(clone, 'log', '-1', '--format=%an|%B').trim()).toBe(utf8('Ada Lovelace|Größe: split\n\nFür'));
      // As a mail server wants them.
      for (const { text } of mails) {
        expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(998);
        expect(text).not.toMatch(/[\r\0]/);
        const isDeclared = /^Content-Transfer-Encoding: 8bit$/m.test(text);
        expect(/[^\0-\x7f]/.test(text)).toBe(isDeclared && /[^\0-\x7f]/.test(text));
      }
    });
  });
});

test('the commits of git am are those of the series', async () => {
  await inRepository({ 'a.h': 'a\r\n' }, async (top, folder) => {
    const patches = [
      made('One: a', { 'a.h': ['a\r\n', 'b\xff\r\n'] }, 'A line.\n\n  indented\n\nFrom a Mon Sep 17 00:00:00 2001\n'),
      made('Two', { 'b.h': [null, 'x\n'] }, 'x\n\nFrom a@b Mon Sep 17 00:00:00 2001\n'),
    ];
    const format = '--format=%T %an %ae %ad %B';
    const theirs = await onSite(top, (site) => {
      const tip = built(site, patches)[1]?.id;
      return benchOutput(site.bench, 'show', ['log', '--reverse', format, `${site.start.commit}..${tip}`]);
    });
    const clone = applyMails(top, folder, await mailsOf(top, patches));
    expect(git(clone, 'log', '--reverse', format, 'origin/HEAD..')).toBe(theirs);
    expect(theirs).toContain('One: a\n\nA line.\n\n  indented\n\nFrom a Mon Sep 17 00:00:00 2001\n');
  });
});

test('a mail that needs nothing stays as git wrote it', () => {
  const mail = 'From: x\nSubject: y\n\nbody \n---\n+\ta=b\n-- \n2.39\n';
  expect(encodeForTransport(mail)).toBe(mail);
});

test('quoted-printable lines are no longer than 76 and never cut within a byte', () => {
  const mail = `Subject: y\n\n${'=\xe9'.repeat(60)}\r\n.\n${' '.repeat(80)}\n`;
  const [headers, body = ''] = encodeForTransport(mail).split(/\n\n([\s\S]*)/);
  expect(headers).toBe(
    'Subject: y\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n' +
      'Content-Transfer-Encoding: quoted-printable',
  );
  expect(Math.max(...body.split('\n').map((line) => line.length))).toBeLessThanOrEqual(76);
  expect(body).not.toMatch(/=[0-9A-F]?=$|[ \t]$/m);
  const decoded = body
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
  expect(decoded).toBe(mail.slice(mail.indexOf('\n\n') + 2));
});
