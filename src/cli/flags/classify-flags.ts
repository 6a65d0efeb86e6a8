import { common, format, formatOfFindings, from, only, output, withoutCache } from './shared-flags.ts';

/** The options of the commands that find out and say to which part a function belongs. */

export const initFlags = {
  output,
  parts: {
    type: 'string',
    requiresArg: true,
    describe: 'Part names, separated by commas (default: common,graph,io)',
  },
  'from-split': {
    type: 'boolean',
    default: false,
    describe: 'Learn the parts of a header that was split by hand from the part files it includes',
  },
  series: {
    type: 'boolean',
    default: false,
    describe: 'Write a series file for the manifests given in place of a header',
  },
  audit: {
    type: 'boolean',
    default: false,
    describe: 'Write an audit file for the manifests given in place of a header',
  },
  ...common,
  format,
} as const;

const assignment = { type: 'string', array: true, nargs: 1, requiresArg: true } as const;

export const assignFlags = {
  'defined-in': { ...assignment, describe: 'FILE=PART: functions defined in these files; repeatable' },
  section: { ...assignment, describe: 'TITLE=PART: functions in a section of the header; repeatable' },
  returns: { ...assignment, describe: 'TYPE=PART: functions with this return type; repeatable' },
  from: {
    type: 'string',
    requiresArg: true,
    describe: 'Read assignments from a file: lines NAME=PART, or a YAML or JSON mapping',
  },
  'unassigned-only': {
    type: 'boolean',
    default: false,
    describe: 'Ignore functions that already have a part',
  },
  force: { type: 'boolean', default: false, describe: 'Reassign functions that already have a part' },
  'dry-run': { type: 'boolean', default: false, describe: 'Show the change and write nothing' },
  ...common,
  format,
} as const;

export const suggestFlags = {
  file: { type: 'string', requiresArg: true, describe: 'Audit file whose `evidence` says what to look for' },
  write: {
    type: 'boolean',
    default: false,
    describe: 'Fill empty entries of the manifests, each with a comment that says why',
  },
  evidence: { type: 'boolean', default: false, describe: 'All evidence, a line each, and why it does not decide' },
  certain: { type: 'boolean', default: false, describe: 'With --write: only what follows from `may_call`' },
  'no-cache': withoutCache,
  ...common,
  format,
} as const;

export const checkFlags = {
  fix: {
    type: 'boolean',
    default: false,
    describe: 'Fix what has one right answer: misplaced declarations, assertions, includes of part files',
  },
  audit: { type: 'boolean', default: false, describe: 'Also look for calls that the manifests forbid' },
  'audit-file': { type: 'string', requiresArg: true, describe: 'The same, with an audit file' },
  'no-cache': withoutCache,
  only,
  ...common,
  format: formatOfFindings,
} as const;

export const auditFlags = {
  file: {
    type: 'string',
    requiresArg: true,
    describe: 'Audit file: manifests, locks, contexts, sections of structs',
  },
  far: {
    type: 'string',
    requiresArg: true,
    describe: 'Report paths through members and callbacks up to this cost (default: 12)',
  },
  why: {
    type: 'string',
    requiresArg: true,
    describe: 'Show who calls this function and what it calls, instead of the findings',
  },
  members: {
    type: 'string',
    requiresArg: true,
    describe: 'Say of each member of this struct which parts its implementations call, in place of the findings',
  },
  locks: {
    type: 'string',
    requiresArg: true,
    describe: 'Show who takes a lock and what is called under it, instead of the findings: ACQUIRE/RELEASE',
  },
  'update-baseline': {
    type: 'boolean',
    default: false,
    describe: 'Write the baseline that the audit file names; one that exists can only shrink',
  },
  from,
  'no-cache': withoutCache,
  ...common,
  notes: { ...common.notes, describe: 'List each note, and look for functions that could be in another part' },
  format: formatOfFindings,
} as const;

export const reviewFlags = {
  output: { ...output, describe: 'Page to write (default, and `-`: standard output)' },
  file: auditFlags.file,
  serve: {
    type: 'boolean',
    default: false,
    describe: 'Serve the page to this machine alone and write each decision to its manifest at once',
  },
  port: { type: 'string', requiresArg: true, describe: 'With --serve: the port (default: a free one)' },
  'no-cache': withoutCache,
  ...common,
  format,
} as const;
