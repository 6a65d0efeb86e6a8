import { checkDoubledFunctions } from './doubled-functions.ts';
import { checkDoubledSiblings } from './doubled-siblings.ts';
import { checkEnteredSiblings } from './entered-siblings.ts';
import { checkEntries } from './entries-declared.ts';
import { checkForbiddenSiblings } from './forbidden-siblings.ts';
import { checkGuardDefinitions } from './guard-definitions.ts';
import { checkOwnGuards } from './guards-apart.ts';
import { checkGivenGuards } from './guards-given.ts';
import { checkListedFunctions } from './listed-functions.ts';
import { checkMisplacedDeclarations } from './misplaced-declarations.ts';
import { checkMisplacedFunctions } from './misplaced-functions.ts';
import { checkPartFiles } from './part-files.ts';
import { checkReachedSiblings } from './reached-siblings.ts';
import type { SplitRule } from './split-rule.ts';
import { checkWrapperFunctions } from './wrapper-functions.ts';

/** What the headers of a split tree must be to their manifest and to each other: one law a file. */
export const splitRules: readonly SplitRule[] = [
  checkPartFiles,
  checkListedFunctions,
  checkMisplacedFunctions,
  checkWrapperFunctions,
  checkDoubledFunctions,
  checkEntries,
  checkMisplacedDeclarations,
  checkReachedSiblings,
  checkForbiddenSiblings,
  checkEnteredSiblings,
  checkDoubledSiblings,
  checkGivenGuards,
  checkOwnGuards,
  checkGuardDefinitions,
];
