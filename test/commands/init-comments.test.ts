import { expect, test } from '@jest/globals';
import { commitAll, inTemporaryFolder, putFiles } from '../io/temporary-folder.ts';
import { runCommand } from './run-command.ts';

const header = `/* Licence. */
#ifndef S_H
#define S_H
/* Requests */
int s_read(int fd);
int s_write(int fd);

int s_count(void);

/* stubs.c */
void s_stub(void);
static inline int s_id(int x) { return x; }
int s_twice(void);
#endif
`;

async function prototypesOf(files: Readonly<Record<string, string>>): Promise<string> {
  return inTemporaryFolder(async (folder) => {
    putFiles(folder, { 'include/s.h': header, ...files });
    commitAll(folder);
    const { exitCode, out } = await runCommand(folder, ['init', 'include/s.h', '--parts', 'common,io']);
    expect(exitCode).toBe(0);
    return out.slice(out.indexOf('# The comment'));
  });
}

const FUNCTIONS = {
  'src/io.c':
    'int s_read(int fd) { return fd; }\nint s_write(int fd)\n{\n    return s_read(fd);\n}\nint s_twice(void) { return 2; }\n',
  'src/other.c': 'int s_twice(void) { return 2; }\nstatic int s_count(void) { return 0; }\n',
};

test('init writes the sections of the header and the files that define its functions', async () => {
  expect(await prototypesOf(FUNCTIONS)).toBe(`# The comment after a name is the file in src/ that defines it.
prototypes:
  # Requests
  s_read:         # io.c
  s_write:        # io.c

  s_count:

  # stubs.c
  s_stub:
  s_id:           # inline
  s_twice:        # io.c and 1 more
`);
});

test('files of several folders are written with their folders', async () => {
  const written = await prototypesOf({ ...FUNCTIONS, 'stubs.c': 'void s_stub(void) { }\n' });
  expect(written).toContain('# The comment after a name is the file that defines it.\n');
  expect(written).toContain('  s_read:         # src/io.c\n');
  expect(written).toContain('  s_stub:         # stubs.c\n');
});

test('a file that `definitions` leaves out is not named where another defines the function', async () => {
  const written = await prototypesOf({
    'src/io.c': 'int s_read(int fd) { return fd; }\n',
    'apps/stubs.c': 'int s_read(int fd) { return 0; }\nint s_count(void) { return 0; }\n',
    'apps/dump_stubs.c': 'int s_read(int fd) { return 0; }\n',
  });
  expect(written).toContain('  s_read:         # src/io.c and 2 more\n');
  expect(written).toContain('  s_count:        # apps/stubs.c, left out\n');
});

test.each([
  ['no guard', 'int f(void);\n', 'has no include guard'],
  [
    'code outside its guard',
    '#include <stdio.h>\n#ifndef S_H\n#define S_H\nint f(void);\n#endif\n',
    'has code outside',
  ],
])('init offers `reinclude` for a header with %s', async (_, text, said) => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, { 's.h': text });
    commitAll(folder);
    const { out, err } = await runCommand(folder, ['init', 's.h', '--parts', 'common,io']);
    expect(out).toMatch(new RegExp(`# The header ${said}.*\n# reinclude: once\n`));
    expect(err).toContain("(see 'reinclude' in the manifest)");
    const manifest = out.replace('# reinclude', 'reinclude').replace(/^ {2}f:$/m, '  f: io');
    putFiles(folder, { 'm.yaml': manifest });
    expect((await runCommand(folder, ['check', 'm.yaml'])).exitCode).toBe(0);
  });
});

test('init does not offer `reinclude` for a header with a guard', async () => {
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, { 's.h': header });
    commitAll(folder);
    const { out, err } = await runCommand(folder, ['init', 's.h']);
    expect(out + err).not.toContain('reinclude');
  });
});
