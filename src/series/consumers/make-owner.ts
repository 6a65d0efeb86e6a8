import { type ListOwner, namesSeveral } from './list-owner.ts';
import { isFile, type Run } from './list-runs.ts';

/** What a run of words in a makefile belongs to: an assignment, the prerequisites of a rule, a command. */
export function makeOwner(text: string, run: Run): ListOwner {
  const [first] = run.words;
  const end = (run.words.at(-1) ?? first).span.end;
  const start = logicalLine(text, first.span.start);
  const head = text.slice(start, first.span.start).replace(/\\\r?\n/g, ' ');
  if (head.startsWith('\t') || text[start] === '\t') return command(run, head);
  if (/^[ \t]*:(?!=)/.test(text.slice(end, end + 80))) return other('the target of a rule');
  if (isOpen(head)) return other('an argument of a function of make');
  const assigned = /^ *(?:(?:export|override|private) +)*([^\s:#=+?!]+)\s*([:+?!]{0,3}=)/.exec(head);
  if (assigned) {
    const [, name = '', operator] = assigned;
    const isList = operator === '+=' || run.words.length > 1 || namesSeveral(name);
    return isList ? { kind: 'list', isFree: true, feeds: false } : other(`the only file of the variable ${name}`);
  }
  // A recipe may speak of the first prerequisite by `$<`.
  return /^[^=\t#]+::?[^=]*$/.test(head) ? { kind: 'list', isFree: false, feeds: false } : other('not a list of files');
}

/** Offset at which the line begins that backslashes continue up to here. */
function logicalLine(text: string, at: number): number {
  let start = text.lastIndexOf('\n', at - 1) + 1;
  while (start > 0 && /\\\r?\n$/.test(text.slice(Math.max(0, start - 3), start))) {
    start = text.lastIndexOf('\n', start - 2) + 1;
  }
  return start;
}

function isOpen(head: string): boolean {
  return (head.match(/\$[({]/g)?.length ?? 0) > (head.match(/[)}]/g)?.length ?? 0);
}

/** Only of programs that take any number of files it is known that they take one more. */
function command({ words }: Run, head: string): ListOwner {
  const list: ListOwner = { kind: 'list', isFree: false, feeds: false };
  const [first] = words;
  const program = first.text.replace(/^[-@+]+/, '');
  const isFirst = /(?:^\s*|[;&|]\s*|\b(?:then|do|else)\s+)[-@+]*$/.test(head);
  const sources = words.slice(1, -1).filter(isFile).length;
  const isTargetFolder = sources > 1 && !/\.\w+$/.test(words.at(-1)?.text ?? '');
  if (isFirst && /^(?:rm|chmod)$/.test(program)) return list;
  if (isFirst && isTargetFolder && /^(?:cp|install|\$[({]\w*INSTALL\w*[)}])$/.test(program)) return list;
  return other('an operand of a command');
}

function other(why: string): ListOwner {
  return { kind: 'other', why };
}
