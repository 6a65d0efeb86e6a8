import type { Lexer } from '../../scan/lex.ts';
import type { Names } from '../../scan/names.ts';
import { emptyTokens, type Tokens, token } from '../../scan/tokens.ts';
import { isWord } from '../../scan/words.ts';
import { makeByteBuffer } from './byte-buffer.ts';
import { makeCodeReader } from './code-reader.ts';
import { type CodeFacts, LATER, type MacroFacts } from './file-facts.ts';
import { makeNameList } from './name-list.ts';

/** A place of a file where names stand, in bytes; `branch`: of its condition. A macro is told by its index. */
export type CodePiece =
  | { readonly kind: 'code' | 'condition'; readonly from: number; readonly to: number; readonly branch: number }
  | { readonly kind: 'macro'; readonly macro: number };

/** Reads what the code of one file (latin1) after the other names; `pieces` in their order. */
export type CodePass = (text: string, pieces: readonly CodePiece[], macros: readonly MacroFacts[]) => CodeFacts;

export function makeCodePass(names: Names, lexer: Lexer, tokens: Tokens): CodePass {
  const used = makeNameList();
  const bytesOf = makeByteBuffer();
  return (text, pieces, macros) => {
    const bytes = bytesOf(text);
    const code = makeCodeReader(names, used);
    for (const piece of pieces) {
      if (piece.kind === 'macro') {
        const { words = [], members = [] } = macros[piece.macro] ?? {};
        for (const name of words) used.addLater(name);
        for (const name of members) {
          used.addMember(name);
          used.addOwn(name, LATER);
        }
        continue;
      }
      emptyTokens(tokens);
      lexer.lex(bytes, piece.from, piece.to, tokens, false);
      if (piece.kind === 'code') {
        code.read(tokens, bytes, piece.branch);
        continue;
      }
      for (let at = 1; at < tokens.count; at++) {
        const name = tokens.name[at] ?? 0;
        if (tokens.kind[at] === token.name && !isWord(name)) used.add(name, tokens.start[at] ?? 0, true, piece.branch);
      }
    }
    return { types: code.types(), aliases: code.aliases(), ...used.take(code.statics()) };
  };
}
