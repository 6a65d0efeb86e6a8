import type { Manifest, Part } from '../manifest/manifest.ts';
import { displayText } from '../text/source-text.ts';
import type { Tree } from '../text/tree.ts';
import { asserted } from './asserted.ts';
import { calledItem } from './reasons/documented-meaning.ts';

/** What mails call the statements that a series inserts. */
export type StatementWords = {
  /** `assertions`; `checks` where the project does not call them so. */
  readonly noun: 'assertions' | 'checks';
  /** One and all of them: `assertion`, `assertions`; `might_sleep() call`, `might_sleep() calls` where all are that. */
  readonly one: string;
  readonly all: string;
  /** A function has it: `asserted`, `with might_sleep()`. */
  readonly having: string;
  /** A function does not: `not asserted`, `without might_sleep()`. */
  readonly lacking: string;
  /** A function has it no longer: `asserts`, `calls might_sleep()`. */
  readonly has: string;
  readonly have: string;
  /** Heads a column of figures. */
  readonly column: string;
};

const ASSERTIONS: StatementWords = {
  noun: 'assertions',
  one: 'assertion',
  all: 'assertions',
  having: 'asserted',
  lacking: 'not asserted',
  has: 'asserts',
  have: 'assert',
  column: 'asserted',
};

const CHECKS: StatementWords = {
  noun: 'checks',
  one: 'check',
  all: 'checks',
  having: 'checked',
  lacking: 'not checked',
  has: 'has the check',
  have: 'have the check',
  column: 'checked',
};

/**
 * The words for what some manifests insert: assertions, where all of them are called so by their own names, in the
 * manifest, or in the file of `assert_include`; `might_sleep()` is none. `tree` null: the manifests alone decide.
 */
export function statementWords(manifests: readonly Pick<Manifest, 'parts'>[], tree: Tree | null): StatementWords {
  const parts = manifests.flatMap((manifest) => manifest.parts).filter(({ assert }) => assert !== null);
  if (parts.every((part) => isCalledAssertion(part, tree))) return ASSERTIONS;
  const calls = new Set(parts.map(({ assert }) => calledName(assert ?? '')));
  const [only = null] = calls;
  if (calls.size !== 1 || only === null) return CHECKS;
  const call = `${displayText(only)}()`;
  return {
    noun: 'checks',
    one: `${call} call`,
    all: `${call} calls`,
    having: `with ${call}`,
    lacking: `without ${call}`,
    has: `calls ${call}`,
    have: `call ${call}`,
    column: call,
  };
}

function isCalledAssertion(part: Part, tree: Tree | null): boolean {
  if ([part.assert, part.assertWhy, part.banner].some((text) => ASSERT.test(text ?? ''))) return true;
  const found = tree === null ? null : calledItem(part, tree);
  return found !== null && ASSERT.test(found);
}

/** Also in `DISK_ASSERT` and `assert_held`. */
const ASSERT = /assert/i;

/** null for several statements, and for what is not a call. */
function calledName(statement: string): string | null {
  return asserted(statement) === null ? null : (/^\s*(\w+)/.exec(statement)?.[1] ?? null);
}
