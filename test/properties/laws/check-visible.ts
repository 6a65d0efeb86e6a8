import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inTemporaryFolder, putFiles } from '../../io/temporary-folder.ts';
import { checkCompiled } from '../../laws/check-compiled.ts';
import type { Files } from '../project.ts';

const run = promisify(execFile);

/** Law 2 by gcc, before the assertions; and with them every source file compiles still. */
export async function checkVisible(
  before: Files,
  split: { readonly header: string; readonly parts: readonly string[]; readonly headers: Files; readonly files: Files },
): Promise<void> {
  const { header, parts, headers, files } = split;
  const [old, after] = [before, headers].map((one) => new Map(Object.entries(one)));
  if (old && after) await checkCompiled({ header, parts, prelude: null, before: old, after });
  await compileSources(before);
  await compileSources(files);
}

/** Throws with what gcc says when a source file does not compile. */
async function compileSources(files: Files): Promise<void> {
  const sources = Object.keys(files).filter((path) => path.endsWith('.c'));
  await inTemporaryFolder(async (folder) => {
    putFiles(folder, files);
    await run('gcc', ['-fsyntax-only', '-Werror=implicit', '-Iinclude', ...sources], { cwd: folder });
  });
}
