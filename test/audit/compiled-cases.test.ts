import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { inTemporaryFolder, putFiles } from '../io/temporary-folder.ts';
import { caseNames, readCase } from './audit-case.ts';

// What the cases are about is C: gcc takes each of their files.

test.each(caseNames())('%s', async (name) => {
  await inTemporaryFolder((folder) => {
    const files = readCase(name);
    putFiles(folder, files);
    const sources = Object.keys(files).filter((path) => path.endsWith('.c'));
    const flags = ['-std=gnu11', '-fsyntax-only', '-w', '-Iinclude'];
    expect(execFileSync('gcc', [...flags, ...sources], { cwd: folder, stdio: 'pipe' }).toString()).toBe('');
  });
});
