import type { Annotations } from '../parse/annotations.ts';
import { type Declaration, parseDeclaration } from '../parse/declaration.ts';
import type { DeclaredName } from '../parse/declared-name.ts';
import { conditionalWord, isNeverTrue, parseDirective } from '../parse/directive.ts';
import type { Token } from '../parse/token.ts';

/**
 * What an item declares when conditionals stand inside it: it is read once for each number of branch, and the names
 * are put together. The kind and the body are those of the first reading that is understood.
 */
export function parseItemDeclaration(text: string, tokens: readonly Token[], annotations: Annotations): Declaration {
  const variants = branchVariants(text, tokens).map((variant) => parseDeclaration(text, variant, annotations));
  const [first, ...others] = variants;
  if (!first) throw new Error('an item without tokens');
  if (others.length === 0) return first;
  const understood = variants.find((variant) => variant.kind !== 'opaque') ?? first;
  return {
    ...understood,
    functions: distinct(variants.flatMap((variant) => variant.functions)),
    others: distinct(variants.flatMap((variant) => variant.others)),
  };
}

/** The code tokens with, in each conditional, the n-th branch (or its last; `#if 0` counts as none): one list for each n. */
function branchVariants(text: string, tokens: readonly Token[]): readonly (readonly Token[])[] {
  const paths = new Map<Token, readonly Choice[]>();
  let open: { readonly counter: { branches: number }; branch: number }[] = [];
  let most = 1;
  for (const token of tokens) {
    const word = token.kind === 'directive' ? conditionalWord(text, token) : null;
    const last = open.at(-1);
    if (word === 'if') {
      const branches = isNeverTrue(text, parseDirective(text, token)) ? 0 : 1;
      open = [...open, { counter: { branches }, branch: branches - 1 }];
    }
    if (word === 'endif') open = open.slice(0, -1);
    else if (word !== null && word !== 'if' && last) {
      last.counter.branches++;
      last.branch++;
      most = Math.max(most, last.counter.branches);
    } else if (token.kind !== 'directive' && token.kind !== 'comment') {
      paths.set(
        token,
        open.map(({ counter, branch }) => ({ counter, branch })),
      );
    }
  }
  const isTaken = (choices: readonly Choice[], n: number): boolean =>
    choices.every(({ counter, branch }) => branch >= 0 && branch === Math.min(n, counter.branches - 1));
  return Array.from({ length: most }, (_, n) =>
    [...paths].filter(([, choices]) => isTaken(choices, n)).map(([token]) => token),
  );
}

type Choice = { readonly counter: { readonly branches: number }; readonly branch: number };

function distinct(names: readonly DeclaredName[]): readonly DeclaredName[] {
  const seen = new Set<string>();
  return names.filter(({ name }) => !seen.has(name) && seen.add(name));
}
