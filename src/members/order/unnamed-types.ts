import { aggregateWords, typeofWords } from '../../parse/tokens/keywords.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Tree } from '../../text/tree.ts';
import { isCPath } from '../c-path.ts';
import type { StructDefinition } from '../find-struct.ts';
import { type Carriers, NESTED } from './carriers.ts';
import { type CodeTokens, codeTokens, macroBodies } from './code-tokens.ts';
import { compoundLiteral, declared, type Initialiser } from './initialisers.ts';
import type { MacroInitialiser } from './macro-uses.ts';

/** `struct { struct ops x; } v = { … }` */
export function behindBraces(code: CodeTokens, { tail }: StructDefinition): readonly MacroInitialiser[] {
  for (let at = 0; at < code.count; at++) {
    if (code.span(at).start !== tail.start) continue;
    const found = [...declared(code, at + 1, NESTED), ...compoundLiteral(code, at + 1, NESTED)];
    return found.map((initialiser) => ({ code, initialiser }));
  }
  return [];
}

/** `typeof(v) w = { … }`: what type `v` has is not known here. */
export function behindTypeof(tree: Tree, { typeAt }: Carriers): readonly MacroInitialiser[] {
  const words = [...typeofWords].filter((word) => word !== '_BitInt');
  return [...tree.filesNaming(words, isCPath).keys()].flatMap((path) => {
    const source: SourceText = { path, text: tree.read(path) ?? '' };
    return [codeTokens(source), ...macroBodies(source)].flatMap((code) => {
      const found: Initialiser[] = [];
      for (let at = 0; at < code.count; at++) {
        if (!words.includes(code.word(at)) || code.word(at + 1) !== '(') continue;
        const close = code.closing(at + 1);
        if (aggregateWords.has(code.word(at + 2)) || typeAt(code, at + 2)?.next === close) continue;
        found.push(...declared(code, close + 1, NESTED), ...compoundLiteral(code, close + 1, NESTED));
      }
      return found.map((initialiser) => ({ code, initialiser }));
    });
  });
}
