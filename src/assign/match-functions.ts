import { assertNever } from '../diagnostics/assert-never.ts';
import { displayText } from '../text/source-text.ts';
import type { Assignment } from './assignment.ts';
import type { FunctionFacts } from './function-facts.ts';
import type { Criterion } from './text-matcher.ts';

/** The functions that each assignment means, by name (latin1), in their order. */
export function matchFunctions(
  functions: readonly FunctionFacts[],
  assignments: readonly Assignment[],
): ReadonlyMap<Assignment, readonly string[]> {
  const texts = new Map<Criterion, TextsOf>();
  return new Map(
    assignments.map((assignment) => {
      const { by, matcher } = assignment;
      const known = texts.get(by) ?? textsOf(functions, by);
      texts.set(by, known);
      if (matcher.kind === 'literal') {
        const found = known.functionsOf.get(matcher.text);
        return [assignment, found ?? (by === 'section' ? underComment(functions, matcher.text) : [])];
      }
      const meant = new Set([...known.functionsOf.keys()].filter(matcher.matches));
      return [
        assignment,
        known.all.flatMap(({ name, texts: own }) => (own.some((text) => meant.has(text)) ? [name] : [])),
      ];
    }),
  );
}

/** Comments that are no titles are meant by all of their first sentence alone: most of them speak of one function. */
function underComment(functions: readonly FunctionFacts[], text: string): readonly string[] {
  const wanted = text.replace(/(?<![.:\s])[.:\s]+$/, '');
  return functions.flatMap(({ name, comments }) => (comments.includes(wanted) ? [name] : []));
}

/** What is compared for a criterion, as text: all of it, and by function. */
export function textsToCompare({ name, section, files, returns }: FunctionFacts, by: Criterion): readonly string[] {
  switch (by) {
    case 'name':
      return [displayText(name)];
    case 'file':
      return files;
    case 'section':
      return section === null ? [] : [section];
    case 'type':
      return returns === null ? [] : [displayText(returns)];
    default:
      return assertNever(by);
  }
}

type TextsOf = {
  readonly all: readonly { readonly name: string; readonly texts: readonly string[] }[];
  readonly functionsOf: ReadonlyMap<string, readonly string[]>;
};

/** Hundreds of functions share a file or a type: each text is compared once. */
function textsOf(functions: readonly FunctionFacts[], by: Criterion): TextsOf {
  const all = functions.map((one) => ({ name: one.name, texts: textsToCompare(one, by) }));
  const functionsOf = new Map<string, string[]>();
  for (const { name, texts } of all) {
    for (const text of texts) {
      const known = functionsOf.get(text);
      if (known) known.push(name);
      else functionsOf.set(text, [name]);
    }
  }
  return { all, functionsOf };
}
