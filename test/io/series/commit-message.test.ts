import { expect, test } from '@jest/globals';
import { commitMessage, mailHazard, signOff } from '../../../src/io/series/commit-message.ts';
import { git, inTemporaryFolder } from '../temporary-folder.ts';

const person = { name: 'Nobody', email: 'nobody@example.org' };

const messages = [
  'title\n',
  'title: with colon\n',
  'title\n\nbody\n',
  'title\n\nbody\n\nReviewed-by: A <a@b>\n',
  'title\n\nbody\n\nReviewed-by: A <a@b>\n folded\n',
  'title\n\nbody\n\nSigned-off-by: Nobody <nobody@example.org>\n',
  'title\n\nSigned-off-by: Nobody <nobody@example.org>\nReviewed-by: A <a@b>\n',
  'title\n\nSigned-off-by: B <a@b>\n\nbody after: all\nwords\n',
  'title\n\nSigned-off-by: B <a@b>\n[B: changed it]\n',
  'title\n\nNote: a sentence\nwith a second line\n',
  'title\n\nSee: http://example.org\n(cherry picked from commit 0123456)\n',
];

test.each(messages)('a sign-off stands where git puts it: %j', async (message) => {
  await inTemporaryFolder((top) => {
    git(top, 'init', '-q');
    git(top, 'commit', '-q', '--allow-empty', '--cleanup=verbatim', '-m', message);
    const mail = git(top, 'format-patch', '-1', '--signoff', '--always', '--stdout');
    const body = mail.slice(mail.indexOf('\n\n') + 2, mail.lastIndexOf('\n-- \n')).trim();
    expect(signOff(message, person)).toBe(`${message.slice(0, message.indexOf('\n'))}\n\n${body}\n`);
    expect(signOff(signOff(message, person), person)).toBe(signOff(message, person));
  });
});

test('messages are cleaned up', () => {
  expect(commitMessage(' a \n  b', '\n\n x \n\n\n\ty\t\n\n')).toBe('a b\n\n x\n\n\ty\n');
  expect(commitMessage('a', '')).toBe('a\n');
  expect(commitMessage('', ' \n')).toBe('');
  expect(mailHazard('\n')).toBe('is empty');
});

test.each([
  ['a: b\n\nbody\n-- \n----\n--- \n', true],
  ['a\n\nx\n---\n', true],
  ['a\n\n--- a/b.h\n', true],
  ['a\n\ndiff -u\n', true],
  ['a\n\nIndex: x\n', true],
  ['a\n\nFrom: me\n', true],
  ['[x] a\n', true],
  ['Re: a\n', true],
  ['a\nb\n', true],
  ['a: [b]\n\n[x]\n----\n---x\n diff -u\nFrom: me\n', false],
  ['From here on\n\nFrom here\n', false],
])('what git am would change is told: %j', async (message, isHazard) => {
  expect(mailHazard(message) !== null).toBe(isHazard);
  await inTemporaryFolder((top) => {
    git(top, 'init', '-q');
    git(top, 'commit', '-q', '--allow-empty', '-m', 'first');
    const tree = git(top, 'mktree', '--missing').trim();
    expect(tree).not.toBe('');
    const blob = git(top, 'hash-object', '-w', '--stdin').trim();
    git(top, 'update-index', '--add', '--cacheinfo', `100644,${blob},x`);
    git(top, 'commit', '-q', '--cleanup=verbatim', '--allow-empty-message', '-m', message);
    const mails = git(top, 'format-patch', '-1', '-o', 'mails').trim();
    git(top, 'reset', '-q', '--hard', 'HEAD^');
    expect(givesBack(top, mails, message)).toBe(!isHazard);
  });
});

function givesBack(top: string, mail: string, message: string): boolean {
  try {
    git(top, 'am', '-q', mail);
  } catch {
    return false;
  }
  return `${git(top, 'log', '-1', '--format=%B').trimEnd()}\n` === message && git(top, 'ls-files') === 'x\n';
}
