import type { TextProblem, TextRule } from '../shape/text-rule.ts';

/** A file named as on the command line, but relative to the folder of the series file. */
export const inputPath: TextRule = {
  expects: 'a path',
  bare: true,
  pattern: '^[^\\u0000-\\u001f]+$',
  problem: (text) => oneLine(text),
};

/** What git takes for a commit. Options are no revisions, and git would take this for one. */
export const revision: TextRule = {
  expects: 'a revision',
  bare: true,
  pattern: '^(?!-)\\S+$',
  problem: (text) => {
    if (text.startsWith('-')) return unusable("must not begin with '-'");
    return /\s/.test(text) ? unusable('must be one word') : oneLine(text);
  },
};

/** A program, or one of its arguments; no shell reads it. */
export const argument: TextRule = {
  expects: 'text',
  bare: true,
  pattern: '^[^\\u0000]+$',
  problem: (text) => (text.includes('\0') ? unusable('contains a NUL byte') : emptiness(text)),
};

/** A subject line. */
export const subject: TextRule = {
  expects: 'text',
  bare: false,
  pattern: '^[^\\r\\n]*\\S[^\\r\\n]*$',
  problem: (text) => oneLine(text),
};

/** The body of a mail. */
export const body: TextRule = {
  expects: 'text',
  bare: false,
  pattern: '\\S',
  problem: (text) => {
    const control = [...text].some((character) => isControl(character) && character !== '\n' && character !== '\t');
    return control ? unusable('contains a control character') : emptiness(text);
  },
};

/** What is looked for in a file, and what it becomes. */
export const fileText: TextRule = {
  expects: 'text',
  bare: true,
  pattern: '',
  problem: (text) => (text.includes('\0') ? unusable('contains a NUL byte') : null),
};

function oneLine(text: string): TextProblem | null {
  return [...text.trim()].some(isControl) ? unusable('must be one line') : emptiness(text);
}

function emptiness(text: string): TextProblem | null {
  return text.trim() === '' ? unusable('is empty') : null;
}

function isControl(character: string): boolean {
  return character < ' ' || character === '\x7f';
}

function unusable(message: string): TextProblem {
  return { code: 'manifest-value', message };
}
