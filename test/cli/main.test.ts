import { describe, expect, test } from '@jest/globals';
import { main } from '../../src/cli/main.ts';
import { capturedShell } from './captured-shell.ts';

async function run(...argv: string[]) {
  const { shell, out, err } = capturedShell();
  const exitCode = await main(argv, shell);
  return { exitCode, out: out(), err: err() };
}

describe('misuse exits with 2, says what is wrong and where help is', () => {
  test.each([
    [
      '',
      'no command given; it is one of init, assign, suggest, review, check, audit, diff, patch, apply, regenerate, sync, users, series, verify, coverage, completion',
    ],
    ['dif a.yaml', 'unknown command `dif`; did you mean `diff`?'],
    ['frobnicate', 'unknown command `frobnicate`'],
    ['--hepl', 'unknown option --hepl; did you mean `--help`?'],
  ])('%s', async (line, message) => {
    const { exitCode, out, err } = await run(...line.split(' ').filter(Boolean));
    expect(err).toBe(`header-split: ${message}\nTry \`header-split --help\`.\n`);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  });

  test.each([
    ['diff', 'no manifest given, as in `header-split diff block.yaml`'],
    ['init', 'no header given'],
    ['init a.h b.h', 'unexpected argument `b.h`'],
    ['diff a.yaml --colour never', 'unknown option --colour; did you mean `--color`?'],
    ['diff a.yaml --exitCode', 'unknown option --exitCode; did you mean `--exit-code`?'],
    ['diff a.yaml -x', 'unknown option -x'],
    [
      'diff a.yaml --only header',
      'option --only takes headers, assertions, members, users, not `header`; did you mean `headers`?',
    ],
    ['diff a.yaml --format sarif', 'option --format takes text, json, not `sarif`'],
    [
      'check a.yaml --format sarfi',
      'option --format takes text, json, sarif, github, not `sarfi`; did you mean `sarif`?',
    ],
    ['check a.yaml --fix --only headers', 'option --fix fixes everything; leave out --only'],
    ['apply a.yaml -C', 'option -C needs a value'],
    ['apply a.yaml --root=', 'option --root needs a value'],
    ['patch a.yaml -o x -o y', 'option --output is given twice'],
    ['verify a.yaml --cc gcc --cc cc', 'option --cc is given twice'],
    [
      'verify --range a..b --report x.info',
      'option --report needs the manifests with the assertions, as in `verify a.yaml --range A..B`',
    ],
    ['verify a.yaml --cc gcc --build ninja', 'option --build is for a build directory; leave out --cc'],
    [
      'verify a.yaml --build ninja',
      "option --build needs {dir}, and {target} as a word of its own, as in --build 'ninja -C {dir} {target}'",
    ],
    ['regenerate a.yaml b.yaml --was c.yaml', 'option --was works with one manifest only'],
    ['regenerate a.yaml -o x --dry-run', 'options --dry-run and --output cannot be combined'],
    ['regenerate a.yaml --stat', 'option --stat needs --dry-run'],
    ['regenerate a.yaml -o x --exit-code', 'option --exit-code needs --dry-run'],
    ['regenerate', 'no manifest given, as in `header-split regenerate block.yaml`'],
    ['series -o x', 'no manifest given, as in `header-split series block.yaml -o mails`, and no --file'],
    ['series a.yaml --file s.yaml -o x', 'option --file names the manifests; give no others'],
    ['series --file s.yaml -o x --thread deep', 'write --thread=deep: after a space it would be taken for a manifest'],
    ['series a.yaml', 'name a directory for the mails with -o, or a branch for the commits with --branch'],
    ['series a.yaml -o x -v two', 'option --reroll-count takes a number of at least 1, not `two`'],
    ['series a.yaml -o x -v 0', 'option --reroll-count takes a number of at least 1, not `0`'],
    ['series a.yaml -o x --previous y', 'option --previous needs -v 2 or later'],
    ['series a.yaml -o x --run-cc-command', 'option --run-cc-command needs --file and -o'],
    ['series --file s.yaml --branch x --run-cc-command', 'option --run-cc-command needs --file and -o'],
    ['series a.yaml -o x -v 1 --was y --since z', 'option --was with --since needs -v 2 or later'],
    ['series a.yaml -o x --thread=flat', 'option --thread takes shallow, deep, not `flat`'],
    ['series a.yaml -o x --find-copies=9', 'option --find-copies takes a share such as 20%, not `9`'],
    ['series a.yaml -o x --cc=', 'option --cc needs a value'],
    ['patch a.yaml --o\x1b[2J', 'unknown option --o\\x1b[2J'],
  ])('%s', async (line, message) => {
    const argv = line.split(' ');
    const { exitCode, out, err } = await run(...argv);
    expect(err).toBe(`header-split: ${message}\nTry \`header-split ${argv[0]} --help\`.\n`);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  });
});

describe('what is asked for goes to standard output', () => {
  test('--help lists the commands', async () => {
    const { exitCode, out, err } = await run('--help');
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    for (const command of [
      'init',
      'check',
      'audit',
      'diff',
      'patch',
      'apply',
      'regenerate',
      'sync',
      'series',
      'completion',
    ]) {
      expect(out).toContain(`header-split ${command}`);
    }
  });

  test.each(['init', 'check', 'diff', 'patch', 'apply', 'regenerate', 'sync', 'series'])(
    '%s --help shows examples',
    async (command) => {
      const { exitCode, out } = await run(command, '--help');
      expect(exitCode).toBe(0);
      expect(out).toMatch(new RegExp(`Examples:\\n  header-split ${command} `));
    },
  );

  test('--version', async () => {
    const { exitCode, out } = await run('--version');
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
  });

  test('completion prints a script', async () => {
    expect((await run('completion')).out).toMatch(/^#.*begin-header-split-completions/m);
  });
});

test('standard output that cannot be written is an error', async () => {
  const { shell, err } = capturedShell(new Error('ENOSPC'));
  expect(await main(['--version'], shell)).toBe(2);
  expect(err()).toBe('header-split: cannot write to standard output: ENOSPC\n');
});
