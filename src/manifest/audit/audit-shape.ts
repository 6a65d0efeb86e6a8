import { readRegularExpression } from '../../text/regular-expression.ts';
import { inputPath } from '../series/series-rules.ts';
import { either, flag, listOf, mapOf, nothing, part, record, type Shape, text, word } from '../shape/shape.ts';
import type { TextRule } from '../shape/text-rule.ts';
import * as rules from '../shape/text-rules.ts';

/** A function, a glob of functions, `Struct.member` or `function#0`, either with globs. */
const nodeName: TextRule = {
  expects: 'a function, Struct.member or function#parameter, or a glob of them',
  bare: true,
  pattern: '^[\\w$*?[\\]{},!.\\u0080-\\uffff-]+(?:#(?:\\d+|\\*))?$',
  problem: (written) =>
    new RegExp(nodeName.pattern).test(written)
      ? null
      : { code: 'manifest-value', message: `must be ${nodeName.expects}` },
};

/** Says something. */
const reason: TextRule = {
  expects: 'a reason',
  bare: false,
  pattern: '\\S',
  problem: (written) => (written.trim() === '' ? { code: 'manifest-value', message: 'is empty' } : null),
};

const expression: TextRule = {
  expects: 'a regular expression of characters, classes, groups, `|`, `*`, `+` and `?`',
  bare: false,
  pattern: '\\S',
  problem: (written) =>
    readRegularExpression(written) === null
      ? { code: 'manifest-value', message: `must be ${expression.expects}` }
      : null,
};

const names = listOf(text(rules.identifier));

const lockShape: Shape = record({
  acquire: {
    shape: names,
    describe:
      'Functions or macros after which the lock is held. One with `try` in its name takes it where it returns something.',
  },
  acquire_if_zero: {
    shape: names,
    describe: 'Functions that take the lock where they return 0, as `pthread_mutex_trylock` does.',
  },
  release: { shape: names, describe: 'Functions or macros after which it is no longer held.' },
  holds: {
    shape: names,
    describe: "Functions or macros that tell whether it is held. Default: what the parts' assertions ask.",
  },
  needed_by: { shape: listOf(part), describe: 'The parts that need it. Default: the parts that assert.' },
});

/** The whole audit file: the one description that the validator and the JSON Schema are made from. */
export const auditShape = record({
  version: {
    shape: { kind: 'version', version: 1 },
    describe: 'The version of the format of audit files: 1.',
    required: true,
  },
  manifests: {
    shape: listOf(text(inputPath)),
    describe: 'The manifests, relative to the directory of this file.',
    required: true,
  },
  lock: {
    shape: either(lockShape, listOf(lockShape), nothing),
    describe: 'The lock that parts need, or a list of several. Default: one for each predicate that parts assert.',
  },
  contexts: {
    shape: mapOf(rules.partName, listOf(text(nodeName))),
    describe: 'Where code starts that runs in a part, or in none of them and without any lock (outside).',
  },
  members: {
    shape: mapOf(rules.identifier, mapOf(rules.partName, listOf(text(nodeName)))),
    describe:
      'Sections of structs of function pointers: which members run in which part. With `--audit-file` the structs are divided so.',
  },
  assert_callers: {
    shape: flag,
    describe:
      'Whether functions without a part that call a member of a section get the assertion of its part, where the commands get this file with `--audit-file`.',
    default: false,
  },
  dispatch: {
    shape: listOf(text(nodeName)),
    describe: 'Event loops, which call whatever was given to them: what they call is not followed.',
  },
  allow: {
    shape: listOf(
      record({
        from: { shape: text(nodeName), describe: 'What the call leads through; may be a glob.', required: true },
        to: { shape: text(nodeName), describe: 'What is called; may be a glob.', required: true },
        why: { shape: text(reason), describe: 'Why it is allowed; a comment for humans.', required: true },
      }),
    ),
    describe: 'Forbidden calls that may stay. An entry that nothing matches is a finding.',
  },
  evidence: {
    shape: listOf(
      record({
        name: { shape: text(reason), describe: 'What the sign is, in words that follow the function.', required: true },
        where: {
          shape: word('name', 'declaration', 'callee', 'caller'),
          describe:
            "Where to look: in the function's name or declaration, or the names of what it calls or is called by.",
          required: true,
        },
        matches: { shape: text(expression), describe: 'A regular expression.', required: true },
        says: {
          shape: word('asserting', 'others'),
          describe: 'Whether functions of parts with an assertion have it more often, or those of other parts.',
          required: true,
        },
      }),
    ),
    describe: 'What `suggest` looks for in functions, in place of its usual signs.',
  },
  baseline: {
    shape: text(rules.path),
    describe:
      'A file with the findings that are known; `audit --update-baseline` writes it. Relative to the directory of this file.',
  },
});
