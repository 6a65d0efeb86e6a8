import { describe, expect, test } from '@jest/globals';
import { formatMails, type MailFlags } from '../../../../src/io/series/mails/format-mails.ts';
import { git, putFiles } from '../../temporary-folder.ts';
import { built, inRepository, made, mailsOf, onSite } from '../series-fixture.ts';

const lines = (count: number): string => Array.from({ length: count }, (_, at) => `int f${at}(void);\n`).join('');
const patches = [
  made('Split a.h', { 'a.h': [lines(40), '#include "b.h"\n'], 'b.h': [null, lines(40)] }, 'So that.\n'),
  made('Assert', { 'c.c': ['c\n', 'assert\n'] }),
];
const files = { 'a.h': lines(40), 'c.c': 'c\n' };

describe('mails are what git format-patch writes', () => {
  const flags: readonly (readonly [string, MailFlags, readonly string[]])[] = [
    ['no flag', {}, []],
    ['-v 2', { rerollCount: '2' }, ['-v', '2']],
    ['--rfc', { rfc: true }, ['--rfc']],
    ['--subject-prefix', { subjectPrefix: 'PATCH for-7.0' }, ['--subject-prefix=PATCH for-7.0']],
    [
      '--to and --cc',
      { to: ['a@b', 'B <c@d>'], cc: ['e@f', 'g@h'] },
      ['--to=a@b', '--to=B <c@d>', '--cc=e@f', '--cc=g@h'],
    ],
    ['--in-reply-to', { inReplyTo: '<x.1.git.y@z>' }, ['--in-reply-to=<x.1.git.y@z>']],
    ['-C', { findCopies: '50%' }, ['-C']],
  ];
  test.each(flags)('%s', async (_, given, options) => {
    await inRepository(files, async (top) => {
      await onSite(top, (site) => {
        const commits = built(site, patches);
        const { topLevel } = site.bench.repository;
        const range = `${site.start.commit}..${commits[1]?.id}`;
        git(topLevel, 'format-patch', '-q', '--cover-letter', ...options, '-o', `${topLevel}/expected`, range);
        const names = git(topLevel, 'ls-files', '-o').split('\n').filter(Boolean);
        const result = formatMails(site.bench, site.start, commits, { subject: 'S', body: 'B' }, given);
        const mails = result.kind === 'mails' ? result.mails : [];
        expect(mails.map(({ name }) => `expected/${name}`)).toEqual(names);
        for (const [at, { text }] of mails.entries()) {
          const expected = git(topLevel, 'hash-object', '-w', '--no-filters', names[at] ?? '').trim();
          const theirs = git(topLevel, 'cat-file', 'blob', expected);
          if (at > 0) expect(text).toBe(theirs);
          else {
            const filled = theirs.replace('*** SUBJECT HERE ***', 'S').replace('*** BLURB HERE ***', 'B');
            // The test's git has another user and the clock's date.
            const own = (mail: string): string => mail.replace(/^(From|Date): .*\n( .*\n)*/gm, '');
            expect(own(text)).toBe(own(filled));
          }
        }
      });
    });
  });

  test.each<readonly [string, MailFlags]>([
    ['to', { to: ['a@b', 'c@d\nBcc: e@f'] }],
    ['cc', { cc: ['C\n\n<c@d>'] }],
    ['in-reply-to', { inReplyTo: '<a@b>\r\nBcc: e@f' }],
    ['subject-prefix', { subjectPrefix: 'PATCH\nBcc: e@f' }],
  ])('a line break in --%s would begin another header', async (name, flags) => {
    await inRepository(files, async (top) => {
      await onSite(top, (site) => {
        const result = formatMails(site.bench, site.start, built(site, patches), { subject: 'S', body: 'B' }, flags);
        const messages = result.kind === 'refused' ? result.findings.map(({ message }) => message) : [];
        expect(messages).toEqual([expect.stringContaining(`the value of --${name} contains a line break`)]);
      });
    });
  });

  test('both --rfc and --subject-prefix', async () => {
    await inRepository(files, async (top) => {
      const [, mail] = await mailsOf(top, patches, { rfc: true, subjectPrefix: 'PATCH for-7.0' });
      expect(mail?.text).toContain('\nSubject: [RFC PATCH for-7.0 1/2] Split a.h\n');
    });
  });

  test('--base names the commit and the prerequisites between', async () => {
    await inRepository(files, async (top) => {
      git(top, 'commit', '-q', '--allow-empty', '-m', 'between');
      const base = git(top, 'rev-parse', 'HEAD^').trim();
      const [cover] = await mailsOf(top, patches, { base });
      expect(cover?.text).toContain(`\nbase-commit: ${base}\n`);
    });
  });

  test('--thread with ids that do not depend on the clock, and differ from version to version', async () => {
    await inRepository(files, async (top) => {
      const first = await mailsOf(top, patches, { thread: 'shallow', inReplyTo: '<cover.12.git.x@y>' });
      const id = /^Message-I[Dd]: (<.*>)$/m.exec(first[0]?.text ?? '')?.[1] ?? 'none';
      expect(id).toMatch(/^<cover\.\d+\.[0-9a-f]{12}\.git\.ada@example\.org>$/);
      expect(first[1]?.text).toContain(`\nIn-Reply-To: ${id}\n`);
      expect(first[0]?.text).toContain('\nIn-Reply-To: <cover.12.git.x@y>\n');
      const second = await mailsOf(top, patches, { thread: 'shallow', inReplyTo: '<cover.12.git.x@y>' });
      expect(second).toEqual(first);
      const next = await mailsOf(top, patches, { thread: 'deep', rerollCount: '2' });
      expect(next[1]?.text).not.toContain(/^Message-I[Dd]: (<.*>)$/m.exec(first[1]?.text ?? '')?.[1]);
      expect(next[2]?.text).toContain(/^Message-I[Dd]: (<.*>)$/m.exec(next[1]?.text ?? '')?.[1]);
    });
  });

  test('what git refuses is told', async () => {
    await inRepository(files, async (top) => {
      await expect(mailsOf(top, patches, { rerollCount: '2', base: 'nowhere' })).rejects.toThrow(
        'series-git-failed: git cannot write the mails: ',
      );
    });
  });

  test('a message that would not come back is refused', async () => {
    await inRepository(files, async (top) => {
      await expect(mailsOf(top, [made('[x] y', { d: [null, ''] })])).rejects.toThrow(
        "message-cut: the message of '[x] y' begins with something",
      );
    });
  });
});

describe('the cover letter', () => {
  test('has subject and text, and git’s shortlog and diffstat', async () => {
    await inRepository(files, async (top) => {
      const letter = { subject: 'Split $& of \n a.h', body: '\n\nWhy $1.  \n\n  | a | b |\n\n' };
      const [mail] = await mailsOf(top, patches, {}, letter);
      const text = mail?.text ?? '';
      expect(mail?.name).toBe('0000-cover-letter.patch');
      const date = git(top, 'log', '-1', '--format=%cD').trim();
      expect(text.slice(text.indexOf('\n') + 1)).toBe(
        `From: Ada Lovelace <ada@example.org>\nDate: ${date}\nSubject: [PATCH 0/2] Split $& of a.h\n\n` +
          'Why $1.\n\n  | a | b |\n\nAda Lovelace (2):\n  Split a.h\n  Assert\n\n' +
          ' a.h | 41 +----------------------------------------\n b.h | 40 ++++++++++++++++++++++++++++++++++++++++\n' +
          ' c.c |  2 +-\n 3 files changed, 42 insertions(+), 41 deletions(-)\n create mode 100644 b.h\n\n' +
          `-- \n${git(top, 'version').trim().split(' ').at(-1)}\n\n`,
      );
    });
  });

  test('in any language', async () => {
    await inRepository(files, async (top) => {
      const utf8 = (text: string): string => Buffer.from(text).toString('latin1');
      const subject = utf8(`Header aufteilen: für ${'größere '.repeat(12)}Köpfe in two`);
      const [mail] = await mailsOf(
        top,
        patches,
        { to: ['"Groß, Jürgen" <j@x>', 'plain@x'], cc: ['李 <l@x>'], subjectPrefix: 'PÄTCH' },
        { subject, body: utf8('Fünf →\n') },
      );
      const text = mail?.text ?? '';
      const headers = text.slice(0, text.indexOf('\n\n'));
      expect(headers).not.toMatch(/[^\0-\x7f]/);
      expect(headers).toContain('\nTo: =?UTF-8?q?Gro=C3=9F=2C=20J=C3=BCrgen?= <j@x>,\n    plain@x\n');
      expect(headers).toContain('\nCc: =?UTF-8?q?=E6=9D=8E?= <l@x>\n');
      expect(headers).toContain('\nContent-Transfer-Encoding: 8bit');
      expect(Math.max(...headers.split('\n').map((line) => line.length))).toBeLessThanOrEqual(78);
      const parsed = git(top, '-c', `alias.info=!git mailinfo -k b p <"$1" #`, 'info', save(top, text));
      expect(parsed).toContain(`Subject: ${utf8('[PÄTCH 0/2] ')}${subject}\n`);
      expect(text).toContain(utf8('\n\nFünf →\n\nAda'));
    });
  });

  test.each([
    [
      'a list with other characters',
      'Jürgen <a@b>, Ülo <c@d>',
      '=?UTF-8?q?J=C3=BCrgen?= <a@b>, =?UTF-8?q?=C3=9Clo?= <c@d>',
    ],
    ['a comma in a name', 'Doe, John <j@x>', '"Doe, John" <j@x>'],
    ['a comma and quotes in a name', 'Doe, "J" <j@x>, k@l', '"Doe, \\"J\\"" <j@x>, k@l'],
    ['a name in quotes', '"Doe, John" <j@x>', '"Doe, John" <j@x>'],
    ['plain addresses', 'a@b,c@d', 'a@b, c@d'],
  ])('%s', async (_, typed, written) => {
    await inRepository(files, async (top) => {
      const [mail] = await mailsOf(top, patches, { to: [typed] });
      expect(mail?.text).toContain(`\nTo: ${written}\n`);
    });
  });

  test.each([
    ['to', { to: ['ü@x'] }],
    ['cc', { cc: ['A <a@ü>'] }],
    ['in-reply-to', { inReplyTo: '<ü@x>' }],
  ])('an address in --%s that is not ASCII', async (name, flags) => {
    await inRepository(files, async (top) => {
      await expect(mailsOf(top, patches, flags)).rejects.toThrow(
        `the value of --${name} has an address that is not ASCII`,
      );
    });
  });

  test('behind a prefix that fills the line', async () => {
    await inRepository(files, async (top) => {
      const subjectPrefix = 'PATCH for the stable branch of a certain release';
      const [mail] = await mailsOf(top, patches, { subjectPrefix }, { subject: 'Split a.h', body: '' });
      const header = /^Subject: .*(?:\n .*)*/m.exec(mail?.text ?? '')?.[0] ?? '';
      expect(header.replaceAll('\n ', ' ')).toBe(`Subject: [${subjectPrefix} 0/2] Split a.h`);
    });
  });

  test('folds a long subject', async () => {
    await inRepository(files, async (top) => {
      const subject = 'word '.repeat(30).trim();
      const [mail] = await mailsOf(top, patches, {}, { subject, body: '' });
      const header = /^Subject: .*(?:\n .*)*/m.exec(mail?.text ?? '')?.[0] ?? '';
      expect(header.replaceAll('\n ', ' ')).toBe(`Subject: [PATCH 0/2] ${subject}`);
      expect(Math.max(...header.split('\n').map((line) => line.length))).toBeLessThanOrEqual(78);
    });
  });
});

test('the same bytes whatever the user has configured, and twice', async () => {
  await inRepository(files, async (top, folder) => {
    const middle = lines(40).replace('int f20(void);\n', ' \n');
    const inside = [
      made(
        'Inside',
        { 'a.h': [lines(40), middle], 'b.c': [null, lines(40)] },
        Buffer.from('Größe.\n').toString('latin1'),
      ),
    ];
    const before = await mailsOf(top, inside);
    const settings = `
      [format] signature = mine
      attach
      cc = x@y
      thread = true
      subjectPrefix = Q
      numbered = false
      pretty = oneline
      suffix = .txt
      useAutoBase = true
      notes = true
      headers = "X-A: b\\n"
      signOff = true
      outputDirectory = /nowhere
      from = true
      noprefix = true
      encodeEmailHeaders = false
      forceInBodyFrom = true
      coverLetter = false
      [diff] noprefix = true
      mnemonicPrefix = true
      algorithm = patience
      context = 9
      renames = copies
      orderFile = /x
      interHunkContext = 5
      external = false
      colorMoved = zebra
      submodule = log
      wsErrorHighlight = all
      relative = true
      statGraphWidth = 3
      suppressBlankEmpty = true
      indentHeuristic = false
      [diff "x"] xfuncname = "^int.*"
      textconv = false
      command = false
      [color] ui = always
      diff = always
      [core] pager = false
      autocrlf = true
      attributesFile = ${folder}/attributes
      hooksPath = ${folder}/hooks
      safecrlf = true
      quotePath = false
      abbrev = 20
      compression = 9
      [commit] gpgSign = true
      template = /nowhere
      [i18n] commitEncoding = ISO-8859-1
      logOutputEncoding = ISO-8859-1
      [log] showSignature = true
      date = relative
      [user] signingKey = x
    `;
    putFiles(folder, { config: settings, attributes: '*.h diff=x\n*.c -diff\n' });
    putFiles(top, { '.git/info/attributes': '*.h -diff\n' });
    const environment = { ...process.env };
    try {
      process.env['GIT_CONFIG_GLOBAL'] = `${folder}/config`;
      process.env['GIT_DIFF_OPTS'] = '-u0';
      process.env['GIT_EXTERNAL_DIFF'] = 'false';
      process.env['COLUMNS'] = '40';
      process.env['TZ'] = 'Asia/Tokyo';
      process.env['LC_ALL'] = 'de_DE.UTF-8';
      expect(await mailsOf(top, inside)).toEqual(before);
    } finally {
      process.env = environment;
    }
    expect(await mailsOf(top, inside)).toEqual(before);
  });
});

function save(top: string, text: string): string {
  putFiles(top, { mail: text });
  return `${top}/mail`;
}
