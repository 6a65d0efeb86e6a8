import type { CodeEntry } from './code-entry.ts';

/** What a patch series, its mails and its letter need. */
export const seriesCodes = {
  'series-needs-git': {
    severity: 'error',
    title: 'A series is made of commits, and there is no git repository to make them from',
    help: 'Run where `git log` works.',
  },
  'series-git-failed': {
    severity: 'error',
    title: 'git could not do a step of the series',
    help: 'See what git says; neither the tree nor the repository was changed.',
  },
  'identity-missing': {
    severity: 'error',
    title: 'git does not know whose commits these are',
    help: 'Run `git config user.name NAME` and `git config user.email ADDRESS`.',
  },
  'series-header-unknown': {
    severity: 'error',
    title: 'A series file names a header that none of its manifests splits',
    help: 'Correct the path; it is relative to the root of the tree.',
  },
  'uncommitted-change': {
    severity: 'error',
    title: 'A file that the series touches has uncommitted changes',
    help: 'Commit them, or put them aside with `git stash -u -- FILE`. After `apply`, commit first; then make the series from the commit before the split: `--from REV`.',
  },
  'filter-not-run': {
    severity: 'error',
    title: 'A file that the series touches cannot be compared with the last commit without running a program',
    help: 'Where `git status` shows no change, make the series from a clone without files: `git clone --bare . DIRECTORY`, then `-C DIRECTORY`.',
  },
  'prerequisite-unusable': {
    severity: 'error',
    title: 'A prerequisite cannot be applied',
    help: 'Rebase it onto the commit the series starts from.',
  },
  'series-check-failed': {
    severity: 'error',
    title: 'A patch of the series leaves a tree that does not match the manifest',
    help: 'See what prerequisites and text consumers of the series change there.',
  },
  'placeholder-unknown': {
    severity: 'error',
    title: 'A template has a placeholder that does not exist',
    help: 'Correct the name between the braces.',
  },
  'placeholder-open': {
    severity: 'error',
    title: 'The braces of a placeholder are not closed',
    help: "Write '}}' after its name, on the same line.",
  },
  'subject-empty': {
    severity: 'error',
    title: 'The subject of a patch is empty',
    help: 'Write something in addition to placeholders.',
  },
  'series-in-commit': {
    severity: 'warning',
    title: 'A commit repeats a text of the cover letter that speaks of the series',
    help: 'Reword `body` under `cover` so that it holds for the commit alone, or give the commit a text of its own: `split` under `bodies`.',
  },
  'signoff-missing': {
    severity: 'warning',
    title: "The project's commits are signed off, and those of the series are not",
    help: 'Give `--signoff` if you can certify what the project means by it.',
  },
  'message-cut': {
    severity: 'error',
    title: '`git am` would not take a line as part of the message',
    help: 'Indent the line, or reword it.',
  },
  'mails-unwritable': {
    severity: 'error',
    title: 'The mails cannot be written',
    help: 'Name another directory with `-o`.',
  },
  'mails-left-over': {
    severity: 'error',
    title: 'The directory holds a mail that the series does not have',
    help: 'Remove it, or name another directory with `-o`: `git am` would take it for a part of the series.',
  },
  'branch-refused': {
    severity: 'error',
    title: 'The branch cannot be made',
    help: 'Name another one with `--branch`, or make sure that git can write to the repository.',
  },
  'previous-unusable': {
    severity: 'error',
    title: 'The previous version of the series cannot be read',
    help: 'Name the directory of its mails, or its commits as A..B, with `--previous`.',
  },
  'cc-command-not-run': {
    severity: 'warning',
    title: 'The program that names the recipients was not run',
    help: 'Read what `cc_command` of the series file runs, then add `--run-cc-command`; or name the recipients with `--cc`.',
  },
  'cc-command-failed': {
    severity: 'error',
    title: 'The program that names the recipients failed',
    help: 'Correct `cc_command` in the series file.',
  },
  'changelog-missing': {
    severity: 'warning',
    title: 'The cover letter does not say what changed in the manifests',
    help: 'Say what the manifests were with `--was`: a directory, or a revision that has them.',
  },
  'cover-missing': {
    severity: 'warning',
    title: 'The cover letter does not say why the series exists',
    help: 'Write it under `cover` in a series file, or over `*** BLURB HERE ***` in the letter.',
  },
  'since-ignores': {
    severity: 'note',
    title: 'A key of the series file says nothing in a series since a revision',
    help: 'Make what it asks for a series of its own, without `--since`; structs are divided by `header-split patch --only members` with `--audit-file`.',
  },
  'base-unpublished': {
    severity: 'note',
    title: 'The `base-commit` of the mails is a commit that others may not have',
    help: 'Name a published commit with `--base`, or leave the line out with `--no-base`.',
  },
  'sources-unreachable': {
    severity: 'note',
    title: 'The mails name a manifest or series file that no reader has',
    help: 'Say where they are with `manifests` under `cover` in a series file, or commit them first.',
  },
  'since-unchanged': {
    severity: 'error',
    title: 'No manifest changed since the revision',
    help: 'Edit a manifest first, or name an older revision with `--since`.',
  },
  'reason-missing': {
    severity: 'warning',
    title: 'A commit does not say why',
    help: 'Write the reason into `body` under `cover` in a series file, which the commits that split repeat, or into `split` under `bodies`.',
  },
} as const satisfies Record<string, CodeEntry>;
