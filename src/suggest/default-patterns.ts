import type { EvidenceRule } from '../manifest/audit/audit-rules.ts';
import { searchFor } from '../text/pattern.ts';
import { readRegularExpression } from '../text/regular-expression.ts';
import { displayText } from '../text/source-text.ts';

/** What to look for in a function. Patterns that a project does not have are never met, and so do no harm. */
export type EvidencePattern = {
  readonly name: string;
  /** One of these is enough. */
  readonly looks: readonly {
    readonly where: 'name' | 'declaration' | 'callee' | 'caller';
    readonly pattern: { readonly test: (text: string) => boolean };
    /** What is said before the name that was met; left out: the name of the pattern. */
    readonly words?: string;
  }[];
  /**
   * Of the functions of parts that assert, and of those of the other parts, the share that has it, as far as anybody
   * knows before a project's own entries are counted: as it was in QEMU, whose maintainers have classified some 380.
   */
  readonly asserting: number;
  readonly others: number;
};

/** As far as anybody knows of a sign that a user describes. */
const SAYS = { often: 0.3, seldom: 0.06 };

/** The signs of an audit file in place of the usual ones. */
export function patternsOf(rules: readonly EvidenceRule[]): readonly EvidencePattern[] {
  return rules.flatMap(({ name, where, matches, says }) => {
    const pattern = readRegularExpression(matches);
    if (pattern === null) return [];
    const [asserting, others] = says === 'asserting' ? [SAYS.often, SAYS.seldom] : [SAYS.seldom, SAYS.often];
    return [{ name: displayText(name), looks: [{ where, pattern: { test: searchFor(pattern) } }], asserting, others }];
  });
}

/** Words of QEMU, of C projects with threads in general, and of locks and atomics as Linux and C11 name them. */
export const defaultPatterns: readonly EvidencePattern[] = [
  {
    name: 'reports an Error',
    looks: [{ where: 'declaration', pattern: /\bError\s*\*\s*\*/ }],
    asserting: 0.4,
    others: 0.06,
  },
  { name: 'is for all', looks: [{ where: 'name', pattern: /_all(?:_|$)/ }], asserting: 0.1, others: 0.02 },
  {
    name: 'changes a list',
    looks: [
      {
        where: 'callee',
        pattern: /^(?:Q?LIST|Q?TAILQ|STAILQ|QSIMPLEQ|QSLIST|list|hlist)_(?:INSERT|REMOVE|add|del)/,
      },
    ],
    asserting: 0.1,
    others: 0.02,
  },
  {
    name: 'is called by a command',
    looks: [
      { where: 'caller', pattern: /^(?:qmp|hmp)_/ },
      { where: 'caller', pattern: /^main$/, words: 'is called by' },
    ],
    asserting: 0.3,
    others: 0.18,
  },
  {
    name: 'is a coroutine',
    looks: [
      { where: 'declaration', pattern: /\bcoroutine_(?:mixed_)?fn\b/ },
      { where: 'name', pattern: /_co_|^co_/ },
    ],
    asserting: 0.03,
    others: 0.25,
  },
  {
    name: 'is called by a coroutine',
    looks: [{ where: 'caller', pattern: /_co_|^co_/ }],
    asserting: 0.08,
    others: 0.35,
  },
  {
    name: 'takes a lock or uses atomics',
    looks: [
      {
        where: 'callee',
        pattern: /(?:^|_)(?:mutex|spin|rwlock|spinlock)_(?:un)?lock|^q?atomic_|^stat64_|^pthread_mutex_/,
      },
    ],
    asserting: 0.04,
    others: 0.14,
  },
  {
    name: 'polls or yields',
    looks: [{ where: 'callee', pattern: /_yield$|_poll(?:_|$)|_POLL_/ }],
    asserting: 0.06,
    others: 0.18,
  },
];
