import type { IncludeDirective } from '../model/source-outline.ts';
import { conditionalWord, parseDirective } from '../parse/tokens/directive.ts';
import { lexLeadingDirectives } from '../parse/tokens/lex.ts';

/** The includes under no condition that stand above everything else in a text (latin1), comments and directives aside. */
export function leadingIncludes(text: string): readonly IncludeDirective[] {
  const found: IncludeDirective[] = [];
  let depth = 0;
  for (const token of lexLeadingDirectives(text)) {
    if (token.kind !== 'directive') continue;
    const word = conditionalWord(text, token);
    if (word === 'if') depth++;
    else if (word === 'endif') depth--;
    // Nothing closes here what was not opened: what is read where, nobody can tell.
    if (depth < 0) return found;
    const directive = depth === 0 && word === null ? parseDirective(text, token) : null;
    if (directive?.kind === 'include') found.push(directive);
  }
  return found;
}
