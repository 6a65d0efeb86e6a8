import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { commitAll, inTemporaryFolder, putFiles, snapshot } from '../../io/temporary-folder.ts';
import { manifest, project } from '../../series/users/users-project.ts';
import { runCommand } from '../run-command.ts';

const hasGcc = spawnSync('gcc', ['--version']).status === 0;

type Report = {
  readonly findings: readonly { readonly code: string; readonly message: string }[];
  readonly proof: {
    readonly unread: readonly string[];
    readonly patches: readonly {
      readonly title: string;
      readonly units: readonly { readonly file: string; readonly verdict: string }[];
    }[];
  };
};

type Entry = { readonly file: string; readonly flags?: string; readonly compiler?: string };

/** A project whose database compiles what is given, and nothing else. */
function inProject(
  files: Readonly<Record<string, string>>,
  entries: readonly Entry[],
  work: (folder: string) => Promise<void>,
): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    const database = entries.map(({ file, flags = '', compiler = 'gcc' }) => {
      return { directory: folder, file, command: `${compiler} -Iinclude -O1 ${flags} -c ${file} -o ${file}.o` };
    });
    putFiles(folder, {
      ...project,
      ...files,
      'api.yaml': `${manifest}users: { rewrite: all }\n`,
      'compile_commands.json': JSON.stringify(database),
      '.gitignore': 'compile_commands.json\n',
    });
    commitAll(folder);
    await work(folder);
  });
}

async function prove(folder: string): Promise<{ exitCode: number; report: Report }> {
  const { exitCode, out } = await runCommand(folder, ['users', 'api.yaml', '--prove', '.', '--format', 'json']);
  return { exitCode, report: JSON.parse(out) as Report };
}

const codes = ({ findings }: Report): readonly string[] => [...new Set(findings.map(({ code }) => code))].sort();

(hasGcc ? describe : describe.skip)('users --prove', () => {
  test('compiles each unit that reads a changed file before and after, and names the others', async () => {
    const units = ['disk/open.c', 'disk/read.c', 'net/a.c', 'net/c.c', 'idle.c'].map((file) => ({ file }));
    await inProject({ 'idle.c': 'int idle;\n' }, units, async (folder) => {
      const before = snapshot(folder);
      const { exitCode, report } = await prove(folder);
      expect(exitCode).toBe(0);
      expect(report.proof.patches.map(({ title }) => title)).toEqual(['the split', "the users' includes"]);
      const [, users] = report.proof.patches;
      expect(users?.units.map(({ file, verdict }) => `${file} ${verdict}`)).toEqual(
        ['disk/open.c', 'disk/read.c', 'net/a.c', 'net/c.c'].map((file) => `${file} identical`),
      );
      expect(report.proof.unread).toEqual(['disk/both.c', 'main.c', 'net/d.c']);
      expect(report.findings).toContainEqual(
        expect.objectContaining({ code: 'users-unproved', message: '3 changed files are read by no unit' }),
      );
      expect(snapshot(folder)).toEqual(before);

      const text = await runCommand(folder, ['users', 'api.yaml', '--prove', '.']);
      expect(text.out).toContain("the users' includes\n  4 units compile\n  object code unchanged in 4 units");
      expect(text.out).toContain('not compiled:\n  disk/both.c\n  main.c\n  net/d.c\n');
    });
  });

  test('a name that only the command line says is missed by the text, and found by the compiler', async () => {
    const files = { 'odd.c': '#include "api.h"\n\nint odd(struct api *a)\n{\n    return CALL(a) + api_open(a);\n}\n' };
    await inProject(files, [{ file: 'odd.c', flags: '-DCALL=api_read' }], async (folder) => {
      const { exitCode, report } = await prove(folder);
      expect(exitCode).toBe(1);
      expect(report.findings.find(({ code }) => code === 'unit-broken')?.message).toMatch(
        /^after 'the users' includes', in odd\.c: implicit declaration of function .api_read./,
      );
      putFiles(folder, { 'api.yaml': `${manifest}users: { rewrite: all, need: { odd.c: [io] } }\n` });
      expect((await prove(folder)).exitCode).toBe(0);
    });
  });

  test('a hostile database is refused as verify refuses it', async () => {
    const units: readonly Entry[] = [
      { file: 'disk/open.c' },
      { file: 'disk/read.c', compiler: '/bin/sh' },
      { file: 'net/a.c', flags: '-fplugin=./x.so' },
      { file: 'net/d.c', flags: '-wrapper touch,pwned' },
    ];
    await inProject({}, units, async (folder) => {
      const { report } = await prove(folder);
      const verified = JSON.parse(
        (await runCommand(folder, ['verify', 'api.yaml', '-p', '.', '--format', 'json'])).out,
      ) as Report;
      const refused = ({ findings }: Report): readonly string[] =>
        findings.filter(({ message }) => message.includes(' is not compiled: ')).map(({ message }) => message);
      expect(refused(report)).toHaveLength(3);
      expect(refused(report)).toEqual(refused(verified));
      expect(Object.keys(snapshot(folder))).not.toContain('pwned');
    });
  });

  test('a lost include is a warning as long as no unit proves that the file can do without', async () => {
    const idle = '#include "api.h"\n\nint NAME;\n';
    await inProject({ 'idle.c': idle, 'spare.c': idle }, [{ file: 'idle.c' }], async (folder) => {
      putFiles(folder, { 'api.yaml': `${manifest}users: { rewrite: all, unused: drop }\n` });
      const unproved = (findings: Report['findings']): readonly string[] =>
        findings.flatMap(({ code, message }) => (code === 'user-unused' ? [message.split(' ')[0] ?? ''] : []));
      const { exitCode, report } = await prove(folder);
      expect([exitCode, unproved(report.findings)]).toEqual([0, ['spare.c']]);
      const { out } = await runCommand(folder, ['diff', 'api.yaml', '--format', 'json']);
      expect(unproved((JSON.parse(out) as Report).findings)).toEqual(['idle.c', 'spare.c']);
    });
  });

  test('a split tree whose users are as they should be has nothing to prove', async () => {
    await inProject({}, [{ file: 'disk/open.c' }], async (folder) => {
      expect((await runCommand(folder, ['apply', 'api.yaml'])).exitCode).toBe(0);
      commitAll(folder);
      const again = await runCommand(folder, ['apply', '--only', 'users', 'api.yaml']);
      expect(again.err).toMatch(/nothing to do\n$/);
      const { exitCode, report } = await prove(folder);
      expect([exitCode, report.proof.patches, codes(report)]).toEqual([0, [], []]);
    });
  });
});

test('what is about the proof needs one, and its database', async () => {
  await inProject({}, [], async (folder) => {
    const alone = await runCommand(folder, ['users', 'api.yaml', '--jobs', '2']);
    expect([alone.exitCode, alone.err]).toEqual([2, expect.stringContaining('option --jobs works with --prove only')]);
    const nowhere = await runCommand(folder, ['users', 'api.yaml', '--prove', 'nowhere']);
    expect([nowhere.exitCode, nowhere.err]).toEqual([2, expect.stringContaining('[database-')]);
  });
});
