import type { CodeEntry } from './code-entry.ts';

/** The tree, its repository, and what a command reads and writes. */
export const treeCodes = {
  'file-missing': {
    severity: 'error',
    title: 'A file that the run needs does not exist',
    help: 'Correct the path; it is relative to the root of the tree.',
  },
  'changed-meanwhile': {
    severity: 'error',
    title: 'A file changed after it was read',
    help: 'Find out what changed the file, then run the command again.',
  },
  'directory-unreadable': {
    severity: 'note',
    title: 'A directory of the tree cannot be listed',
    help: 'Make the directory readable if the run should see what is inside.',
  },
  'names-left-out': {
    severity: 'note',
    title: 'The tree has files whose names the tool cannot spell',
    help: 'Rename them if the run should see them.',
  },
  'root-invalid': {
    severity: 'error',
    title: 'The root of the tree is not a directory',
    help: 'Give an existing directory with `-C`.',
  },
  'git-refused': {
    severity: 'note',
    title: 'git refuses to work in the tree',
    help: 'Make `git status` work there, or ignore this if the tree does not need git.',
  },
  'repository-foreign': {
    severity: 'error',
    title: 'git found a repository that does not belong to the directory it calls its top level',
    help: 'Remove `core.worktree` from its configuration (`git config --unset core.worktree`), or give another root with `-C`.',
  },
  'repository-missing': {
    severity: 'error',
    title: 'A revision was given, but the tree has no git repository',
    help: 'Leave the option out, or run where `git log` works.',
  },
  'revision-unknown': {
    severity: 'error',
    title: 'git does not know a revision that was given',
    help: 'Give a commit that `git log` shows; in a shallow clone you may have to fetch it first.',
  },
  'object-missing': {
    severity: 'error',
    title: 'The repository lacks a file of the revision',
    help: 'In a partial clone, let git fetch what it left out: `git fetch --refetch --no-filter`. Otherwise see what `git fsck` says.',
  },
  'input-unreadable': {
    severity: 'error',
    title: 'A file named on the command line cannot be read',
    help: 'Name a readable file; manifests are relative to the current directory.',
  },
  'output-unwritable': {
    severity: 'error',
    title: 'The output file cannot be written',
    help: 'Name another file with `-o`, or leave it out for standard output.',
  },
  'journal-broken': {
    severity: 'error',
    title: 'The journal of an interrupted write cannot be trusted',
    help: 'Compare the tree with its last commit, remove `.header-split-*.tmp` files and the journal, then run the command again.',
  },
  'journal-present': {
    severity: 'error',
    title: 'A write to this tree is under way or was interrupted',
    help: 'Wait for the other run. After an interruption, `header-split apply` finishes or undoes it.',
  },
  recovered: {
    severity: 'note',
    title: 'An interrupted write was finished or undone',
    help: 'Look at the files if you did not interrupt it on purpose.',
  },
  'write-failed': {
    severity: 'error',
    title: 'The system refused a write; nothing was changed',
    help: 'Check permissions and free space, then run the command again.',
  },
  'write-refused': {
    severity: 'error',
    title: 'A path is not one that the run may write to',
    help: 'Name a regular file inside the tree, or one that does not exist yet, reached without symbolic links.',
  },
  'write-unfinished': {
    severity: 'error',
    title: 'The system failed in the middle of a write',
    help: 'Remove the cause, then run `header-split apply`: it finishes from the journal.',
  },
} as const satisfies Record<string, CodeEntry>;
