import { statementWords } from '../../parse/tokens/keywords.ts';
import type { Carriers } from './carriers.ts';
import { type CodeTokens, codeTokens } from './code-tokens.ts';
import { reasonAt } from './memory-view.ts';
import type { Ordered } from './ordered.ts';
import type { OrderReason } from './reordered.ts';

const WHY = 'C++ goes by the order of members here, also with designators';

/** Lists, structured bindings and `ops o(f, g)` in the C++ files that name the struct: which of them are of it, is not told. */
export function cplusplusUses({ tree, carriers, instances }: Ordered): readonly OrderReason[] {
  return [...tree.filesNaming([...carriers.words, ...instances.globals], isCplusplus).keys()].flatMap((path) => {
    const code = codeTokens({ path, text: tree.read(path) ?? '' });
    for (let at = 0; at < code.count; at++) if (isOrdered(code, at, carriers)) return [reasonAt(code, at, WHY)];
    return [];
  });
}

function isCplusplus(path: string): boolean {
  return /\.(?:cc|cpp|cxx|c\+\+|mm|hh|hpp|hxx|tcc)$/.test(path);
}

function isOrdered(code: CodeTokens, at: number, { typeAt, tagAt }: Carriers): boolean {
  const before = code.word(at - 1);
  if (code.word(at) === '{') return code.closing(at) > at + 1 && beginsList(code, at);
  if (code.word(at) === 'auto')
    return code.word(at + 1) === '[' || (code.word(at + 1) === '&' && code.word(at + 2) === '[');
  if (/^(?:struct|union|class)$/.test(before)) return false;
  const meant = typeAt(code, at) ?? tagAt(code, at);
  if (meant === null) return false;
  const open = code.isName(meant.next) ? meant.next + 1 : meant.next;
  return code.word(open) === '(' && code.isName(open - 1) && argumentsAt(code, open);
}

/** `= {`, `f({`, `return {`, `T{`, `T name{`, no block and no body of a class. */
function beginsList(code: CodeTokens, at: number): boolean {
  const before = code.word(at - 1);
  if (/^(?:=|\(|,|return|>)$/.test(before)) return true;
  if (
    !code.isName(at - 1) ||
    statementWords.has(before) ||
    /^(?:do|try|const|override|final|noexcept|namespace)$/.test(before)
  )
    return false;
  const scope = [2, 3, 4].map((back) => code.word(at - back));
  return !scope.some((word) => /^(?:class|struct|union|enum|namespace|extern|:)$/.test(word));
}

/** Two values or more, no parameters of a function. */
function argumentsAt(code: CodeTokens, open: number): boolean {
  const inside = Array.from({ length: Math.max(0, code.closing(open) - open - 1) }, (_, one) => open + 1 + one);
  return (
    inside.some((at) => code.word(at) === ',') &&
    !inside.some((at) => code.isName(at) && (code.isName(at + 1) || /^[*&]$/.test(code.word(at + 1))))
  );
}
