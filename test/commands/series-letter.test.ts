import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { git, putFiles } from '../io/temporary-folder.ts';
import { runCommand } from './run-command.ts';
import { inProject, mailsIn, manifests, series } from './series-project.ts';

const WHY = 'cover: { body: Tell who may call what. }\n';

/** The cover letter of the series in `top`, and what is said on standard error. */
async function letter(top: string, folder: string, ...argv: readonly string[]) {
  const { exitCode, err } = await series(top, ...argv, '-o', join(folder, 'mails'));
  expect(exitCode).toBe(0);
  return { text: mailsIn(join(folder, 'mails'))['0000-cover-letter.patch'] ?? '', err };
}

/** Commits manifests in `top`. */
function commitManifests(top: string, files: Readonly<Record<string, string>>): void {
  putFiles(top, files);
  git(top, 'add', '-A');
  git(top, 'commit', '-qm', 'manifests');
}

describe('why the series exists', () => {
  test('is asked for as git does where nobody wrote it', async () => {
    await inProject(async (top, folder) => {
      const { text, err } = await letter(top, folder, '--file', '../series.yaml');
      expect(text).toContain('\n\n*** BLURB HERE ***\n\nPatches 1 and 3');
      expect(err).toContain('[cover-missing]\n --> ../series.yaml\n');
    });
  });

  test('is asked for without a series file', async () => {
    await inProject(async (top, folder) => {
      const { text, err } = await letter(top, folder, '../disk.yaml', '../net.yaml');
      expect(text).toContain('*** BLURB HERE ***');
      expect(err).toContain('[cover-missing]\n --> ../disk.yaml\n');
    });
  });

  test('is not asked for where it stands in the series file, or no letter is written', async () => {
    await inProject(async (top, folder) => {
      const reasoned = (yaml: string): string =>
        yaml.replace("'assert(locked());' }", "'assert(locked());', assert_why: Who calls it holds the lock. }");
      putFiles(folder, {
        'series.yaml': `${manifests['series.yaml']}${WHY}`,
        'disk.yaml': reasoned(manifests['disk.yaml']),
        'net.yaml': reasoned(manifests['net.yaml']),
      });
      const { text, err } = await letter(top, folder, '--file', '../series.yaml');
      expect(text).toContain('\n\nTell who may call what.\n\nPatches 1 and 3');
      const mails = mailsIn(join(folder, 'mails'));
      expect(mails['0001-disk-split-disk.h-into-graph-and-io-headers.patch']).toContain(
        '\n\nTell who may call what.\n\nSplit disk.h into two headers:\n',
      );
      expect(mails['0003-net-split-net.h-into-graph-and-io-headers.patch']).toContain(
        '\n\nTell who may call what.\n\nSplit net.h into two headers:\n',
      );
      expect(mails['0002-disk-assert-locked-in-graph-functions-of-disk.h.patch']).toContain(
        '\n\nWho calls it holds the lock.\n\nAdd assert(locked()) to the functions declared in include/disk-graph.h.\n',
      );
      expect(text).not.toContain('***');
      expect(err).not.toMatch(/cover-missing|reason-missing/);
      const branch = await runCommand(top, ['series', '../disk.yaml', '--branch', 'split']);
      expect(branch).toMatchObject({ exitCode: 0, err: expect.not.stringContaining('cover-missing') });
      expect(branch.err).toContain(
        "the commit 'disk: split disk.h into graph and io headers' does not say why [reason-missing]",
      );
    });
  });
});

test("the project's log shows what subjects begin with, and that commits are signed off", async () => {
  await inProject(async (top, folder) => {
    for (let at = 0; at < 10; at++) {
      putFiles(top, { 'include/disk.h': `${readFileSync(join(top, 'include/disk.h'), 'latin1')}\n` });
      git(top, 'commit', '-qasm', `fs/disk: fix ${at}`);
    }
    putFiles(folder, { 'series.yaml': `${manifests['series.yaml']}cover: { body: With this series all is well. }\n` });
    const { text, err } = await letter(top, folder, '--file', '../series.yaml');
    expect(text).toContain('\n  fs/disk: split disk.h into graph and io headers\n');
    expect(text).toContain('\n  net: split net.h into graph and io headers\n');
    expect(err).toContain('[signoff-missing]');
    expect(err).toContain("repeats this text, which says 'this series' [series-in-commit]\n --> ../series.yaml:3:16\n");
    const signed = await letter(top, folder, '--file', '../series.yaml', '--signoff', '--from', 'HEAD');
    expect(signed.err).not.toContain('signoff-missing');
    const commit = git(top, 'rev-parse', 'HEAD').slice(0, 12);
    expect(signed.text).toContain(`\n  header-split series --file series.yaml --from ${commit}\n`);
  });
});

describe('what the commit does not have of the files that the series was made from', () => {
  test('nothing is said where it has all of them', async () => {
    await inProject(async (top, folder) => {
      commitManifests(top, manifests);
      const { text } = await letter(top, folder, '--file', 'series.yaml');
      expect(text).not.toMatch(/^Manifests:|base commit has/m);
    });
  });

  test('a manifest that was edited since', async () => {
    await inProject(async (top, folder) => {
      commitManifests(top, manifests);
      putFiles(top, { 'net.yaml': manifests['net.yaml'].replace('net_send: io', 'net_send: graph') });
      const { text } = await letter(top, folder, '--file', 'series.yaml');
      expect(text).toContain('\nnet.yaml differs from what is committed.\n');
    });
  });

  test('all of them, which lie outside of the repository', async () => {
    await inProject(async (top, folder) => {
      const { text } = await letter(top, folder, '--file', '../series.yaml');
      expect(text).toContain('\n  header-split series --file series.yaml\n');
    });
  });
});

test('the patch that splits says what it makes of a file that names the header', async () => {
  await inProject(async (top, folder) => {
    const entry = '{ file: Makefile, with: split, replace: { from: include/disk.h, to: include/disk-io.h } }';
    putFiles(folder, { 'series.yaml': `${manifests['series.yaml']}consumers: [${entry}]\n` });
    await letter(top, folder, '--file', '../series.yaml');
    const mail = mailsIn(join(folder, 'mails'))['0001-disk-split-disk.h-into-graph-and-io-headers.patch'];
    expect(mail).toContain(`
Adjust references to disk.h:

  Makefile: "include/disk.h" becomes "include/disk-io.h"
`);
  });
});

test('an entry for a text consumer that changes nothing', async () => {
  await inProject(async (top, folder) => {
    putFiles(folder, { 'series.yaml': `${manifests['series.yaml']}consumers: [{ file: disk.c }]\n` });
    const { err } = await letter(top, folder, '--file', '../series.yaml');
    expect(err).toContain(
      'warning: the entry for disk.c changes nothing: it does not name include/disk.h, or only includes it; it does not name include/net.h, or only includes it ' +
        '[consumer-unchanged]\n --> ../series.yaml:3:21\n',
    );
  });
});

test.each(['include/disk-io.h', 'include/disk-io.h/mails', 'disk.c'])('mails may not go to %s', async (output) => {
  await inProject(async (top) => {
    const { exitCode, out, err } = await series(top, '../disk.yaml', '-o', output);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toContain(`error: ${output} is not a directory: the series makes the file `);
  });
});

test("a date of the user's that is none changes nothing", async () => {
  await inProject(async (top, folder) => {
    const before = { ...process.env };
    Object.assign(process.env, { GIT_AUTHOR_DATE: 'soon', GIT_COMMITTER_DATE: 'later' });
    try {
      await letter(top, folder, '../disk.yaml');
    } finally {
      process.env = before;
    }
  });
});

test('a generated file that is changed is a point for review', async () => {
  await inProject(async (top, folder) => {
    putFiles(top, {
      Makefile: '# Makefile generated by automake 1.16.5 from Makefile.am.\nHEADERS = include/disk.h include/other.h\n',
    });
    git(top, 'commit', '-qam', 'Generate the Makefile');
    const { text } = await letter(top, folder, '--file', '../series.yaml');
    expect(text.match(/^- locked\(\)$/gm)).toHaveLength(1);
    expect(text).toContain(
      'Changed, although generated; what they are generated from must have the\nchange, too:\n- Makefile\n',
    );
    const mails = mailsIn(join(folder, 'mails'));
    expect(mails['0001-disk-split-disk.h-into-graph-and-io-headers.patch']).toContain('\n  Makefile (generated)');
  });
});

test('sources that no reader has: a note until the letter says where they are, or the commit has them', async () => {
  await inProject(async (top, folder) => {
    const absent = await letter(top, folder, '--file', '../series.yaml');
    expect(absent.err).toContain(
      'series.yaml and the manifests are not in the commit that they apply to [sources-unreachable]\n',
    );
    putFiles(folder, { 'named.yaml': `${manifests['series.yaml']}cover: { manifests: https://example.org/yaml }\n` });
    expect((await letter(top, folder, '--file', '../named.yaml')).err).not.toContain('sources-unreachable');
    commitManifests(top, manifests);
    expect((await letter(top, folder, '--file', 'series.yaml')).err).not.toContain('sources-unreachable');
  });
});
