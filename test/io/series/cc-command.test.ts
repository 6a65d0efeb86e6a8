import { chmodSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { fillCoverCc } from '../../../src/io/series/cc-command.ts';
import { addCc } from '../../../src/io/series/mails/cover-mail.ts';
import { inRepository, made, mailsOf, messageOf, onSite } from './series-fixture.ts';

async function withCc(program: string, check: (cover: string, top: string) => void, cc: readonly string[] = []) {
  await inRepository({ 'a.h': 'a\n', 'cc.sh': program }, async (top) => {
    chmodSync(`${top}/cc.sh`, 0o755);
    const mails = await mailsOf(top, [made('One', { 'a.h': ['a\n', 'b\n'] })], { cc });
    await onSite(top, ({ bench }) => {
      const result = fillCoverCc(bench, mails, ['./cc.sh', '--option', 'a b']);
      if (result.kind === 'refused') check(messageOf(result.finding), top);
      else {
        expect(result.mails.slice(1)).toEqual(mails.slice(1));
        check(result.mails[0]?.text ?? '', top);
      }
    });
  });
}

test('gets its options and the patches, at the top level; its lines are the addresses', async () => {
  const program =
    '#!/bin/sh\n[ -f a.h ] && [ "$2" = "a b" ] && grep -q "^Subject: .PATCH 1/1. One" "$3" || exit 1\n' +
    'printf "J\xc3\xbcrgen <j@x>\\nlist@x\\nQ R <q@x> \\nlist@x\\n"\n';
  await withCc(
    program,
    (cover) => {
      expect(cover).toContain('\nCc: q@x,\n    =?UTF-8?q?J=C3=BCrgen?= <j@x>,\n    list@x\n\n');
    },
    ['q@x'],
  );
});

test.each([
  ['exit 3', 'it ended with status 3'],
  ['kill -9 $$', 'it ended by SIGKILL'],
  ['echo no maintainer >&2; exit 1', 'no maintainer'],
  ['echo no address', 'it printed a line that is not an address: no address'],
  ["echo 'c@d>'", 'it printed a line that is not an address: c@d>'],
])('that fails: %s', async (line, reason) => {
  await withCc(`#!/bin/sh\n${line}\n`, (message) => {
    expect(message).toBe(`cc-command-failed: the program that names the recipients, ./cc.sh, failed: ${reason}`);
  });
});

test('that is not there', async () => {
  await onlyMails(async (top) => {
    await onSite(top, ({ bench }) => {
      const cover = { name: '0000', text: 'A: b\n\n' };
      expect(fillCoverCc(bench, [cover], ['./nowhere'])).toMatchObject({ finding: { code: 'cc-command-failed' } });
      expect(fillCoverCc(bench, [cover], [])).toEqual({ kind: 'mails', mails: [cover] });
    });
  });
});

test('addresses are added to a letter that has none', () => {
  expect(addCc('A: b\n\nCc: x\n', ['a@b', 'C <c@d>', 'a@b'])).toBe('A: b\nCc: a@b,\n    C <c@d>\n\nCc: x\n');
  expect(addCc('To: a@b\n\n', ['A <A@b>'])).toBe('To: a@b\n\n');
});

function onlyMails(work: (top: string) => Promise<void>): Promise<void> {
  return inRepository({ 'a.h': 'a\n' }, work);
}
