import { devNull } from 'node:os';

/**
 * How the command line of every git process begins. A repository may come from a stranger, its configuration included:
 * none of the programs that it can name is started. docs/security.md lists the settings that name one.
 */
export const guards: readonly string[] = [
  '--no-pager',
  '--no-optional-locks',
  // A folder of the tree that is laid out as a git folder is none.
  ...['-c', 'safe.bareRepository=explicit'],
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', `core.hooksPath=${devNull}`],
];

/** What the environment of every git process has: it fetches nothing and asks nobody, and its messages are English. */
export const guardedEnvironment: Readonly<Record<string, string>> = {
  GIT_NO_LAZY_FETCH: '1',
  // No protocol has this name. git before 2.45 does not know the variable above, and fetches by no protocol either.
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
};

/**
 * Milliseconds after which a git process is killed: a pipe in the place of one of its files never ends. Looking for the
 * repository reads its configuration and little else.
 */
export const LONGEST_RUN = 600_000;
export const LONGEST_LOOKUP = 30_000;

/**
 * Of our own environment, without what a hook's git says about another repository, and without another meaning of paths
 * or dates that no commit of ours has.
 */
export function ownEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !ofAnotherRun.has(name));
  return { ...Object.fromEntries(inherited), ...guardedEnvironment };
}

const ofAnotherRun: ReadonlySet<string> = new Set([
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_QUARANTINE_PATH',
  'GIT_SHALLOW_FILE',
  'GIT_GRAFT_FILE',
  'GIT_REPLACE_REF_BASE',
  'GIT_NAMESPACE',
  'GIT_PREFIX',
  'GIT_INTERNAL_SUPER_PREFIX',
  'GIT_LITERAL_PATHSPECS',
  'GIT_GLOB_PATHSPECS',
  'GIT_NOGLOB_PATHSPECS',
  'GIT_ICASE_PATHSPECS',
  'GIT_AUTHOR_DATE',
  'GIT_COMMITTER_DATE',
]);
