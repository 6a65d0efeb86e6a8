import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readCase } from '../../audit/audit-case.ts';
import { inTemporaryFolder, putFiles } from '../../io/temporary-folder.ts';
import { runCommand } from '../run-command.ts';

const audit = (folder: string, ...more: readonly string[]) =>
  runCommand(folder, ['audit', '-C', '.', '--file', 'audit.yaml', ...more]);

const inCase = (name: string, rules: string, work: (folder: string) => Promise<void>): Promise<void> =>
  inTemporaryFolder((folder) => {
    const files = readCase(name);
    putFiles(folder, { ...files, 'audit.yaml': `${files['audit.yaml']}${rules}` });
    return work(folder);
  });

const fixed = { 'src/a.c': '#include "pool.h"\nint pool_get(void) { return 0; }\n' };

describe('a baseline', () => {
  const rules = 'baseline: known.json\n';

  test('is written once, then holds', async () => {
    await inCase('through-static', rules, async (folder) => {
      expect((await audit(folder)).exitCode).toBe(1);
      expect((await audit(folder, '--update-baseline')).exitCode).toBe(0);
      expect(JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8'))).toEqual({
        version: 1,
        findings: [{ rule: 'part-calls-forbidden', root: 'pool_get', caller: 'grow', callee: 'pool_resize', why: '' }],
      });
      const { exitCode, err } = await audit(folder);
      expect(exitCode).toBe(0);
      expect(err).toContain('1 in the baseline');
    });
  });

  test('must shrink, and takes no new finding', async () => {
    await inCase('through-static', rules, async (folder) => {
      await audit(folder, '--update-baseline');
      putFiles(folder, { 'src/a.c': '#include "pool.h"\nint pool_get(void) { return pool_open(); }\n' });
      const gone = await audit(folder);
      expect(gone.exitCode).toBe(1);
      expect(gone.err).toContain('[baseline-call-gone]');
      const updated = await audit(folder, '--update-baseline');
      expect(updated.exitCode).toBe(1);
      expect(updated.out).toContain('pool_get() calls pool_open');
      expect(JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8')).findings).toEqual([]);
      putFiles(folder, fixed);
      expect((await audit(folder)).exitCode).toBe(0);
    });
  });

  test.each(['', '[]', '{"version":2,"findings":[]}', '{"version":1,"findings":[{"rule":1}]}'])(
    'that is none: %s',
    async (text) => {
      await inCase('through-static', rules, async (folder) => {
        putFiles(folder, { 'known.json': text });
        const { exitCode, err } = await audit(folder, '--update-baseline');
        expect(exitCode).toBe(2);
        expect(err).toContain('[baseline-unreadable]');
        expect(readFileSync(join(folder, 'known.json'), 'utf8')).toBe(text);
      });
    },
  );

  test('that nothing names cannot be updated, and none lies outside the folder', async () => {
    await inCase('through-static', '', async (folder) => {
      expect((await audit(folder, '--update-baseline')).err).toContain('[baseline-unnamed]');
    });
    await inCase('through-static', 'baseline: ../known.json\n', async (folder) => {
      expect((await audit(folder)).exitCode).toBe(2);
    });
  });
});

describe('the allow-list', () => {
  test('takes a call that leads through what it names', async () => {
    const rules = 'allow: [{ from: make_room, to: "pool_res*", why: a test }]\n';
    await inCase('through-static', rules, async (folder) => {
      const { exitCode, out, err } = await audit(folder);
      expect({ exitCode, out }).toEqual({ exitCode: 0, out: '' });
      expect(err).toContain('1 allowed');
      putFiles(folder, fixed);
      const gone = await audit(folder);
      expect(gone.exitCode).toBe(1);
      expect(gone.err).toContain('[allowed-call-gone]');
      expect(gone.err).toContain('no forbidden call leads through make_room to pool_res*');
      expect(gone.err).toContain('audit.yaml:4:');
    });
  });

  test('hides no other way to the same call', async () => {
    const rules = 'allow: [{ from: make_room, to: pool_resize, why: a test }]\n';
    await inCase('through-static', rules, async (folder) => {
      putFiles(folder, {
        'src/a.c': [
          '#include "pool.h"',
          'static int grow(void) { return pool_resize(2); }',
          'static int make_room(void) { return grow(); }',
          'static int longer(void) { return grow(); }',
          'static int long_way(void) { return longer(); }',
          'int pool_get(void) { return make_room() + long_way(); }',
          '',
        ].join('\n'),
      });
      const { exitCode, out } = await audit(folder);
      expect(exitCode).toBe(1);
      expect(out).toContain('> long_way');
      expect(out).not.toContain('make_room');
    });
  });

  test('needs a reason', async () => {
    await inCase('through-static', 'allow: [{ from: a, to: b, why: " " }]\n', async (folder) => {
      expect((await audit(folder)).err).toContain('allow[0].why is empty');
    });
  });
});
