import { createHash } from 'node:crypto';
import process from 'node:process';
import { real } from './files-read.ts';
import type { Side } from './scratch-trees.ts';

/** What compilers are started with, in each copy of the tree. */
export type CompilerEnvironment = {
  readonly of: (side: Side) => NodeJS.ProcessEnv;
  /** For the project's build tool. */
  readonly ofBuild: NodeJS.ProcessEnv;
  /** Of what a result depends on besides its command: the variables that say where headers are. */
  readonly identity: string;
};

/**
 * The user's environment without what makes a compiler write further files or start other programs; messages are English.
 * A directory of the tree in which headers are looked for is that of the copy.
 */
export function compilerEnvironment(
  temporary: string,
  into: (side: Side, path: string) => string,
): CompilerEnvironment {
  const inherited = Object.entries(process.env).filter(([name]) => !isLeftOut(name));
  const common = { ...Object.fromEntries(inherited), LC_ALL: 'C', TMPDIR: temporary };
  const searched = SEARCHED.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const of = (side: Side): NodeJS.ProcessEnv => {
    const paths = searched.map(([name, value]) => [name, value.split(':').map(led(side)).join(':')] as const);
    return { ...common, ...Object.fromEntries(paths) };
  };
  const led = (side: Side) => (path: string) => (path.startsWith('/') ? into(side, real(path)) : path);
  const environments = { before: of('before'), after: of('after') };
  const identity = createHash('sha256').update(JSON.stringify(searched)).digest('hex');
  return { of: (side) => environments[side], ofBuild: { ...process.env, TMPDIR: temporary }, identity };
}

/** The directories in which compilers look for headers by the environment, from a directory in which one starts. */
export function searchedByEnvironment(folder: string): readonly string[] {
  const named = SEARCHED.flatMap((name) => (process.env[name] ?? '').split(':').filter((path) => path !== ''));
  return named.map((path) => (path.startsWith('/') ? real(path) : `${folder}/${path}`));
}

const SEARCHED = ['CPATH', 'C_INCLUDE_PATH', 'CPLUS_INCLUDE_PATH', 'OBJC_INCLUDE_PATH'];

function isLeftOut(name: string): boolean {
  return LEFT_OUT.has(name) || /^(?:GCC|CCC|CC_PRINT|CC_LOG)_/.test(name);
}

/** Files that a compiler would write, programs that it would start, options that nobody sees. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'DEPENDENCIES_OUTPUT',
  'SUNPRO_DEPENDENCIES',
  'COMPILER_PATH',
  'LIBRARY_PATH',
  'COLLECT_GCC_OPTIONS',
  'COLLECT_GCC',
  'COLLECT_LTO_WRAPPER',
  'CL',
  '_CL_',
  'SOURCE_DATE_EPOCH',
  'CLANG_CONFIG_FILE_SYSTEM_DIR',
  'CLANG_CONFIG_FILE_USER_DIR',
]);
