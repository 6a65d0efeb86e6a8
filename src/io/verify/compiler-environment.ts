import process from 'node:process';
import { real } from './files-read.ts';

/** The user's environment without what makes a compiler write further files; messages are English. */
export function compilerEnvironment(temporary: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !WRITING.has(name));
  return { ...Object.fromEntries(inherited), LC_ALL: 'C', TMPDIR: temporary };
}

/** The directories in which compilers look for headers by the environment, from a directory in which one starts. */
export function searchedByEnvironment(env: NodeJS.ProcessEnv, folder: string): readonly string[] {
  const named = SEARCHED.flatMap((name) => (env[name] ?? '').split(':').filter((path) => path !== ''));
  return named.map((path) => (path.startsWith('/') ? real(path) : `${folder}/${path}`));
}

const SEARCHED = ['CPATH', 'C_INCLUDE_PATH', 'CPLUS_INCLUDE_PATH'];

const WRITING: ReadonlySet<string> = new Set([
  'DEPENDENCIES_OUTPUT',
  'SUNPRO_DEPENDENCIES',
  'GCC_COMPARE_DEBUG',
  'CCC_OVERRIDE_OPTIONS',
  'CC_PRINT_OPTIONS',
  'CC_PRINT_OPTIONS_FILE',
  'CC_LOG_DIAGNOSTICS',
  'CC_LOG_DIAGNOSTICS_FILE',
]);
