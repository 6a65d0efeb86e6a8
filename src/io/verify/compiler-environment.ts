import process from 'node:process';

/** The user's environment without what makes a compiler write further files; messages are English. */
export function compilerEnvironment(temporary: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !WRITING.has(name));
  return { ...Object.fromEntries(inherited), LC_ALL: 'C', TMPDIR: temporary };
}

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
