/** What a single statement asserts, as subjects and sentences have it. */
export type Asserted = {
  /** `locked()` of `g_assert(locked());`; a call that is not named like an assertion is `MAIN_CODE()` as a whole. */
  readonly text: string;
  /** Whether `text` is an expression that is asserted; else it is the call itself. */
  readonly isExpression: boolean;
};

/** null for several statements, or what is not a call. */
export function asserted(statement: string): Asserted | null {
  const [, name = '', inner = ''] = /^(\w+)\s*\(([^;]*)\)\s*;?$/.exec(statement.trim()) ?? [];
  if (name === '' || KEYWORDS.has(name) || !isBalanced(inner)) return null;
  const isExpression =
    /assert$/i.test(name) &&
    inner !== '' &&
    !inner.slice(Math.max(inner.lastIndexOf('('), inner.lastIndexOf(')')) + 1).includes(',');
  return { text: isExpression ? inner : `${name}(${inner})`, isExpression };
}

const KEYWORDS: ReadonlySet<string> = new Set(['if', 'while', 'for', 'switch', 'return', 'sizeof', 'do']);

/** Whether each parenthesis is closed in the text itself: in `if (a) f(b)` the first ends before the last. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text.replace(/\\["'\\]|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g, '')) {
    if (character === '(') depth++;
    else if (character === ')' && --depth < 0) return false;
  }
  return depth === 0;
}
