import { statementsProblem } from '../../parse/tokens/whole-statements.ts';
import { readGlob } from '../../text/glob.ts';
import { includablePathProblem, pathProblem } from './path-rule.ts';
import type { TextProblem, TextRule } from './text-rule.ts';

const IDENTIFIER = '^[A-Za-z_$\\u0080-\\uffff][\\w$\\u0080-\\uffff]*$';
/** As much of `pathProblem` as a pattern can say. */
const PATH = '(?!/)(?!(?:.*/)?\\.{1,2}(?:/|$))(?!.*//)[^\\\\\\u0000-\\u001f]*[^/\\\\\\u0000-\\u001f]';
const INCLUDABLE = `(?!.*["<>])${PATH}`;
const RESERVED_PART_NAMES = ['wrapper', 'drop', 'null', 'Null', 'NULL'];

/** A name in C; UTF-8 is allowed in it, and `$` as gcc allows it. */
export const identifier: TextRule = byPattern('an identifier', IDENTIFIER, true);

export const guardName: TextRule = byPattern('an identifier', '^[A-Za-z_]\\w*$', true);

/** `wrapper` and `drop` mean something in `includes`, `null` in `prototypes`. */
export const partName: TextRule = {
  expects: 'a letter or _, then letters, digits, _ and -',
  bare: true,
  pattern: '^(?!(?:wrapper|drop|null|Null|NULL)$)[A-Za-z_][\\w-]*$',
  problem: (text) => {
    if (RESERVED_PART_NAMES.includes(text)) return unusable('is a reserved word');
    return /^[A-Za-z_][\w-]*$/.test(text) ? null : unusable(`must be ${partName.expects}`);
  },
};

/** A file of the tree. */
export const path: TextRule = {
  expects: 'a path',
  bare: true,
  pattern: `^${PATH}$`,
  problem: (text) => pathProblem(text),
};

/** A file of the tree that others include. */
export const includablePath: TextRule = {
  expects: 'a path',
  bare: true,
  pattern: `^${INCLUDABLE}$`,
  problem: includablePathProblem,
};

/** A folder of the tree; `.` is its root. */
export const folder: TextRule = {
  expects: 'a directory',
  bare: true,
  pattern: `^\\.$|^${PATH}/?$`,
  problem: (text) => (text === '.' ? null : pathProblem(text.replace(/(?<=[^/])\/$/, ''))),
};

/** A glob over the tree's files, as `readGlob` reads it; a leading `!` excludes. */
export const glob: TextRule = {
  expects: 'a glob',
  bare: true,
  pattern: `^(?:!|(?!!))${PATH}$`,
  problem: (text) => {
    const spelt = text.replace(/^!/, '');
    const problem = pathProblem(spelt, false);
    if (problem !== null) return problem;
    const read = readGlob(spelt);
    return read.kind === 'problem' ? unusable(read.problem) : null;
  },
};

/** What stands between the quotes or brackets of an `#include`. */
export const includeSpelling: TextRule = {
  expects: 'an include path without its quotes or brackets',
  bare: true,
  pattern: '^[^"<>\\r\\n]+$',
  problem: (text) => {
    if (text === '') return unusable('is empty');
    if (/["<>]/.test(text)) return unusable('must be written without quotes or brackets');
    return hasControl(text) ? unusable('must be one line') : null;
  },
};

/** A macro, for any call of it; a call with its arguments; or an include path, which has a dot or a slash. */
export const bracketEnd: TextRule = {
  expects: 'a macro, a call of one, or an include path',
  bare: true,
  pattern: `${IDENTIFIER}|${IDENTIFIER.replace(/\$$/, '')}[ \\t]*\\([^\\r\\n]*\\)$|^(?=.*[./])[^"<>()\\s]+$`,
  problem: (text) => (new RegExp(bracketEnd.pattern).test(text) ? null : unusable(`must be ${bracketEnd.expects}`)),
};

/** C statements on one line, each of them whole. */
export const statement: TextRule = {
  expects: 'a statement',
  bare: false,
  pattern: '^[^\\r\\n]*[;}][ \\t]*$',
  problem: (text) => {
    if (text.trim() === '') return unusable('is empty');
    if (hasControl(text.trim())) return unusable('must be one line');
    const message = /[;}]$/.test(text.trim()) ? statementsProblem(text) : UNENDED;
    return message === null ? null : unusable(message);
  },
};

const UNENDED = "must be a statement: it must end with ';' or '}'";

/** What goes into a block comment, with or without the comment's own marks around it. */
export const commentText: TextRule = {
  expects: 'text',
  bare: false,
  pattern: '^(?!(?:.|\\n)*\\*/)(?:.|\\n)*\\S',
  problem: (text) => {
    if (text.trim() === '') return unusable('is empty');
    if (text.includes('*/')) return unusable(`must not contain '*/', which would end the comment`);
    return hasControl(text.replace(/[\n\t\f]/g, '')) ? unusable('contains a control character') : null;
  },
};

export const remark: TextRule = { expects: 'text', bare: false, pattern: '', problem: () => null };

function byPattern(expects: string, pattern: string, bare: boolean): TextRule {
  const matches = new RegExp(pattern);
  return { expects, bare, pattern, problem: (text) => (matches.test(text) ? null : unusable(`must be ${expects}`)) };
}

function unusable(message: string): TextProblem {
  return { code: 'manifest-value', message };
}

function hasControl(text: string): boolean {
  return [...text].some((character) => character < ' ' || character === '\x7f');
}
