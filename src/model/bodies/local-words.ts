import {
  aggregateWords,
  beginsDeclaration,
  cplusplusWords,
  isKeyword,
  statementWords,
  storageWords,
} from '../../parse/tokens/keywords.ts';

// What words are in the body of a C function, where those that only C++ reserves are names.

export function isReserved(word: string): boolean {
  return isKeyword(word) && !cplusplusWords.has(word);
}

export function isAggregate(word: string): boolean {
  return aggregateWords.has(word) && !cplusplusWords.has(word);
}

export function isStorage(word: string): boolean {
  return storageWords.has(word) && !cplusplusWords.has(word);
}

export function onlyDeclares(word: string): boolean {
  return beginsDeclaration(word) && !cplusplusWords.has(word);
}

export function isStatement(word: string): boolean {
  return statementWords.has(word) && !cplusplusWords.has(word);
}
