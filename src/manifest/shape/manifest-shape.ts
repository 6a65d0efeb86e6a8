import {
  either,
  flag,
  type Key,
  listOf,
  mapOf,
  nothing,
  pairOf,
  part,
  record,
  type Shape,
  text,
  word,
} from './shape.ts';
import * as rules from './text-rules.ts';

const partShape = record({
  file: {
    shape: text(rules.includablePath),
    describe: 'The file to write, relative to the root of the tree. Default: <stem>-<part> beside the header.',
  },
  guard: {
    shape: text(rules.guardName),
    describe: "The file's include guard. Default: from the file's name, in the header's own guard style.",
  },
  banner: {
    shape: text(rules.commentText),
    describe: "What users of the part must know; written as a block comment in the header's comment style.",
  },
  assert: {
    shape: text(rules.statement),
    describe:
      "One or more whole statements, inserted into every definition of this part's functions: g_assert(qemu_in_main_thread());",
  },
  assert_include: {
    shape: text(rules.includeSpelling),
    describe: 'An include path, added to a file that gets an assertion and needs it.',
  },
  assert_why: {
    shape: text(rules.remark),
    describe: 'Why the functions of the part assert; the commit that inserts the assertions begins with it.',
  },
  may_call: { shape: listOf(part), describe: "The parts whose functions this part's functions may call." },
  into: {
    shape: part,
    describe: 'The part whose file this one is a section of; the part then has no file or guard of its own.',
  },
});

const comment: Key = {
  shape: word('own', 'section'),
  describe:
    'own: the comment above belongs to this declaration alone and is not a heading for those below; section: the one above that as well.',
};

const declarationShape = record({
  part: { shape: part, describe: 'The part.', required: true },
  comment,
});

const prototypeShape = record({
  part: { shape: either(part, nothing), describe: 'The part; empty: not assigned yet.' },
  assert: { shape: flag, describe: "Whether its definitions get the part's assertion.", default: true },
  comment,
  why: {
    shape: text(rules.remark),
    describe:
      'The reason for the part, or for `assert: false` where `assert_why` does not say it; the mails of a series repeat it.',
  },
  assert_why: {
    shape: text(rules.remark),
    describe: 'The reason for `assert: false`; the mails of a series repeat it.',
  },
});

const usersShape = record({
  rewrite: {
    shape: word('none', 'narrower', 'all'),
    describe:
      'narrower: a file that includes the header includes the part files that it needs, where it then reads less; all: so does every file.',
    default: 'none',
  },
  unused: {
    shape: word('keep', 'drop'),
    describe:
      'keep: a file that uses nothing of the header includes the shared part; drop: it loses the include where nothing else comes by it. Compile afterwards.',
    default: 'keep',
  },
  files: {
    shape: listOf(text(rules.glob)),
    describe:
      'Globs of the files whose includes may change; ! excludes. Default: each file of C that git does not ignore.',
  },
  keep: {
    shape: mapOf(rules.path, record({ why: { shape: text(rules.remark), describe: 'Why.', required: true } })),
    describe: 'Files whose includes stay as they are, each with the reason.',
  },
  need: {
    shape: mapOf(rules.path, listOf(part)),
    describe: 'Parts that a file needs though its text does not show it.',
  },
});

/** The whole manifest: the one description that the validator and the JSON Schema are made from. */
export const manifestShape = record({
  version: {
    shape: { kind: 'version', version: 1 },
    describe: "The version of the manifest's format: 1.",
    required: true,
  },
  header: {
    shape: text(rules.includablePath),
    describe: 'The header to split, relative to the root of the tree.',
    required: true,
  },
  shared: {
    shape: part,
    describe:
      'The part that every other part includes; it takes everything that is not assigned. Default: common, or else the first.',
  },
  prelude: {
    shape: text(rules.includeSpelling),
    describe:
      'The include path of the file that every source file of the tree includes first, for example qemu/osdep.h.',
  },
  parts: {
    shape: { kind: 'map', key: rules.partName, of: either(partShape, nothing), mayBeEmpty: false },
    describe: 'The parts, in the order in which the header will include their files.',
    required: true,
  },
  wrapper: {
    shape: either(
      record({
        banner: { shape: text(rules.commentText), describe: 'A comment for users of the header.' },
        remove: {
          shape: flag,
          describe: 'true: delete the header once nobody includes it; needs `users: { rewrite: all }`.',
          default: false,
        },
      }),
      nothing,
    ),
    describe: 'What remains of the header: a thin file that includes the part files.',
  },
  users: {
    shape: either(usersShape, nothing),
    describe: 'What becomes of the includes of the header in the files that use it.',
  },
  licence: {
    shape: either(
      text(rules.commentText),
      record({
        from: {
          shape: text(rules.path),
          describe: 'The file whose licence comment to copy, relative to the root of the tree.',
          required: true,
        },
      }),
    ),
    describe: 'The text of the licence comment, or the file to take it from; only for a header without one.',
  },
  includes: {
    shape: mapOf(rules.includeSpelling, { kind: 'part', also: ['wrapper', 'drop'] }),
    describe: 'Where an include of the header goes, spelt as in the header: a part, wrapper, or drop.',
  },
  include_dirs: {
    shape: listOf(text(rules.folder)),
    describe:
      'The directories that includes are relative to, searched in this order; a star stands for any letters of a name. Default: derived from the includes in the tree.',
  },
  brackets: {
    shape: listOf(pairOf(text(rules.bracketEnd))),
    describe:
      'What encloses declarations, in addition to what the tool knows: pairs of macros, of calls, or of included files.',
  },
  annotations: {
    shape: listOf(text(rules.identifier)),
    describe: 'Macros that decorate a declaration and that the tool cannot recognise by itself: [coroutine_fn].',
  },
  declaration_macros: {
    shape: listOf(text(rules.identifier)),
    describe: 'Macros that count as declarations at the start of a function body: [ERRP_GUARD].',
  },
  definitions: {
    shape: listOf(text(rules.glob)),
    describe:
      'Globs of the files to look for definitions in; ! excludes. Default: each .c file that git does not ignore.',
  },
  placement: {
    shape: word('after-declarations', 'first'),
    describe: 'Where in a body an assertion goes.',
    default: 'after-declarations',
  },
  reinclude: {
    shape: word('once'),
    describe: 'once: the header has no guard around all of its code, and including it once is enough.',
  },
  prototypes: {
    shape: mapOf(rules.identifier, either(part, prototypeShape, nothing)),
    describe: 'Every prototype of the header and its part; empty: not assigned yet.',
  },
  declarations: {
    shape: mapOf(rules.identifier, either(part, declarationShape)),
    describe:
      'Other declarations that must not go to the shared part: a macro, typedef, tag or variable, and its part.',
  },
  functions: {
    shape: mapOf(rules.path, mapOf(rules.identifier, part)),
    describe: 'Functions that should assert though the header does not declare them: file, function, part.',
  },
}) satisfies Shape;
