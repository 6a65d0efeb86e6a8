import { describe, test } from '@jest/globals';
import { checkFindings } from './check-manifest.ts';

/** Four lines, so that what a case adds begins at line 5. */
const HEAD = 'version: 1\nheader: include/x.h\nparts: { common: {}, graph: {}, io: {} }\n\n';
const PARTS = 'version: 1\nheader: include/x.h\nparts:\n';

const cases: readonly (readonly [name: string, yaml: string, expected: readonly string[]])[] = [
  ['an empty file', '', ['1:1-2 manifest-missing-key: the manifest is empty']],
  ['comments alone', '# nothing\n', ['1:1-2 manifest-missing-key: the manifest is empty']],
  ['a list', '- a\n', ['1:1-4 manifest-wrong-type: the manifest must be a mapping, not a list of 1']],
  ['text', 'hello\n', ['1:1-6 manifest-wrong-type: the manifest must be a mapping, not text']],
  [
    'everything required is missing',
    'prelude: x.h\n',
    [
      "1:1-2 manifest-missing-key: the manifest lacks the key 'version'",
      "1:1-2 manifest-missing-key: the manifest lacks the key 'header'",
      "1:1-2 manifest-missing-key: the manifest lacks the key 'parts'",
    ],
  ],
  ['another version', HEAD.replace('1', '2'), ['1:10-11 manifest-version: version must be 1, not 2']],
  ['a version in quotes', HEAD.replace('1', "'1'"), ["1:10-13 manifest-version: version must be 1, not the text '1'"]],
  [
    'an unknown key',
    `${HEAD}annotation: [a]\n`,
    ["5:1-11 manifest-unknown-key: unknown key 'annotation'; did you mean 'annotations'?"],
  ],
  [
    'an unknown key near none',
    `${HEAD}frobnicate: 1\n`,
    [
      "5:1-11 manifest-unknown-key: unknown key 'frobnicate'; the keys are version, header, shared, prelude, parts, wrapper, users, licence, includes, include_dirs, brackets, annotations, declaration_macros, definitions, placement, reinclude, prototypes, declarations, functions",
    ],
  ],
  [
    'a misspelt key that is required',
    HEAD.replace('header', 'haeder'),
    ["2:1-7 manifest-unknown-key: unknown key 'haeder'; did you mean 'header'?"],
  ],
  [
    'an unknown key of a part',
    `${PARTS}  io:\n    asert: x();\n`,
    ["5:5-10 manifest-unknown-key: unknown key 'asert' in parts.io; did you mean 'assert'?"],
  ],
  [
    'an unknown key of a prototype',
    `${HEAD}prototypes: { f: { part: io, coment: own } }\n`,
    ["5:30-36 manifest-unknown-key: unknown key 'coment' in prototypes.f; did you mean 'comment'?"],
  ],
  [
    'a comma in a value that is not quoted',
    `${HEAD}prototypes: { f: { part: io, why: waits, then returns, twice } }\n`,
    [
      "5:42-54 manifest-unknown-key: the value of 'why' in prototypes.f ends at its comma, and 'then returns' is no key",
    ],
  ],
  [
    'a word behind a value that can have no comma',
    `${HEAD}prototypes: { f: { part: io, twice } }\n`,
    [
      "5:30-35 manifest-unknown-key: unknown key 'twice' in prototypes.f; the keys are part, assert, comment, why, assert_why",
    ],
  ],
  [
    'a merge key',
    `${HEAD}<<: { prelude: x.h }\n`,
    [
      "5:1-3 manifest-unknown-key: unknown key '<<'; the keys are version, header, shared, prelude, parts, wrapper, users, licence, includes, include_dirs, brackets, annotations, declaration_macros, definitions, placement, reinclude, prototypes, declarations, functions",
    ],
  ],
  [
    'a key that stands twice',
    `${HEAD}prototypes:\n  f: io\n  g: io\n  f: graph\n`,
    ["8:3-4 manifest-duplicate-key: the key 'f' is given twice in prototypes (6:3 the first one)"],
  ],
  [
    'a section that stands twice',
    `${HEAD}prelude: a.h\nprelude: b.h\n`,
    ["6:1-8 manifest-duplicate-key: the key 'prelude' is given twice (5:1 the first one)"],
  ],
  [
    'a part that stands twice',
    `${PARTS}  io: {}\n  io: {}\n`,
    ["5:3-5 manifest-duplicate-key: the key 'io' is given twice in parts (4:3 the first one)"],
  ],
  ['a key that is a list', `${HEAD}? [a, b]\n: 1\n`, ['5:3-9 manifest-wrong-type: a key must be text, not a list']],
  [
    'unknown part of a prototype',
    `${HEAD}prototypes:\n  f: grpah\n  g: { part: oi }\n`,
    [
      "6:6-11 unknown-part: prototypes.f: there is no part 'grpah'; did you mean 'graph'?",
      "7:14-16 unknown-part: prototypes.g.part: there is no part 'oi'; did you mean 'io'?",
    ],
  ],
  [
    'unknown part near none',
    `${HEAD}prototypes: { f: elsewhere }\n`,
    ["5:18-27 unknown-part: prototypes.f: there is no part 'elsewhere'; the parts are common, graph, io"],
  ],
  [
    'unknown part of a declaration',
    `${HEAD}declarations: { F: Io }\n`,
    ["5:20-22 unknown-part: declarations.F: there is no part 'Io'; did you mean 'io'?"],
  ],
  [
    'unknown part of a function',
    `${HEAD}functions: { a/b.c: { f: i0 } }\n`,
    ["5:26-28 unknown-part: functions.a/b.c.f: there is no part 'i0'; did you mean 'io'?"],
  ],
  [
    'unknown part of an include',
    `${HEAD}includes: { a.h: wraper }\n`,
    ["5:18-24 unknown-part: includes.a.h: there is no part 'wraper'; did you mean 'wrapper'?"],
  ],
  [
    'unknown part in may_call',
    `${PARTS}  io: { may_call: [io, comon] }\n  common:\n`,
    ["4:24-29 unknown-part: parts.io.may_call[1]: there is no part 'comon'; did you mean 'common'?"],
  ],
  [
    'unknown shared part',
    `${HEAD}shared: commn\n`,
    ["5:9-14 unknown-part: shared: there is no part 'commn'; did you mean 'common'?"],
  ],
  [
    'into an unknown part',
    `${PARTS}  io: { into: oi }\n  graph: {}\n`,
    [
      "4:15-17 unknown-part: parts.io.into: there is no part 'oi'; did you mean 'io'?",
      "4:15-17 shared-part-into: 'io' is the shared part and cannot be written into the file of 'oi'",
    ],
  ],
  [
    'more part files than are read',
    `${PARTS}${Array.from({ length: 1030 }, (_, at) => `  p${at}: {}\n`).join('')}`,
    ['1028:3-8 manifest-too-large: the parts have 1030 files; at most 1024 are read'],
  ],
  [
    'more assertions than are read',
    `${PARTS}  io: {}\n${Array.from({ length: 1030 }, (_, at) => `  p${at}: { into: io, assert: a${at}(); }\n`).join('')}`,
    ['1029:3-8 manifest-too-large: the parts have 1030 assertions; at most 1024 are read'],
  ],
  [
    'into itself',
    `${PARTS}  common: {}\n  io: { into: io }\n`,
    ["5:15-17 into-loop: 'into' leads back to where it began: io -> io"],
  ],
  [
    'a loop of into',
    `${PARTS}  common: {}\n  a: { into: b }\n  b: { into: c }\n  c: { into: b }\n`,
    ["6:14-15 into-loop: 'into' leads back to where it began: b -> c -> b (7:14 'c' is part of the loop)"],
  ],
  [
    'into with file and guard',
    `${PARTS}  io: {}\n  a:\n    into: io\n    file: a.h\n    guard: A_H\n`,
    [
      "7:11-14 into-with-own-file: part 'a' is written into the file of 'io' and cannot have a file of its own (6:11 its 'into')",
      "8:12-15 into-with-own-file: part 'a' is written into the file of 'io' and cannot have a guard of its own (6:11 its 'into')",
    ],
  ],
  [
    'the shared part into another',
    `${PARTS}  common: { into: io }\n  io: {}\n`,
    ["4:19-21 shared-part-into: 'common' is the shared part and cannot be written into the file of 'io'"],
  ],
  [
    'the named shared part into another',
    `shared: a\n${PARTS}  a: { into: io }\n  io: {}\n`,
    [
      "5:14-16 shared-part-into: 'a' is the shared part and cannot be written into the file of 'io' (1:9 named as the shared part)",
    ],
  ],
  [
    'no parts',
    'version: 1\nheader: x.h\nparts: {}\n',
    ['3:8-10 manifest-value: parts is empty; it needs at least one entry'],
  ],
  [
    'parts without a value',
    'version: 1\nheader: x.h\nparts:\n',
    ['3:7-8 manifest-wrong-type: parts must be a mapping, not nothing'],
  ],
  [
    'part names',
    `${PARTS}  wrapper: {}\n  drop: {}\n  null: {}\n  a b: {}\n  1st: {}\n`,
    [
      "4:3-10 manifest-value: the name 'wrapper' in parts is a reserved word",
      "5:3-7 manifest-value: the name 'drop' in parts is a reserved word",
      "6:3-7 manifest-value: the name 'null' in parts is a reserved word",
      "7:3-6 manifest-value: the name 'a b' in parts must be a letter or _, then letters, digits, _ and -",
      "8:3-6 manifest-value: the name '1st' in parts must be a letter or _, then letters, digits, _ and -",
    ],
  ],
  [
    'two parts with one file',
    `${PARTS}  io: {}\n  graph:\n    file: include/x-io.h\n`,
    ["6:11-25 clashing-file: parts 'io' and 'graph' would both be written to 'include/x-io.h' (4:3 part 'io')"],
  ],
  [
    'a part with a file below that of another',
    `${PARTS}  io: { file: include/x/y.h/z.h }\n  graph:\n    file: include/x/y.h\n`,
    [
      "6:11-24 clashing-file: 'include/x/y.h' of part 'graph' and 'include/x/y.h/z.h' of part 'io' cannot both be files (4:15 part 'io')",
    ],
  ],
  [
    'a series file',
    'version: 1\nmanifests: [a.yaml]\ncover: {}\n',
    ['2:12-20 manifest-unknown-key: this is a series file, not a manifest'],
  ],
  [
    'a part with a file below the header',
    `${PARTS}  io: { file: include/x.h/y.h }\n`,
    ["4:15-30 clashing-file: part 'io' would be written over the header (2:9 the header)"],
  ],
  [
    "a part with the header's file",
    `${PARTS}  io: { file: include/x.h }\n`,
    ["4:15-26 clashing-file: part 'io' would be written over the header (2:9 the header)"],
  ],
  [
    'two parts with one guard',
    `${PARTS}  io: { guard: X_H }\n  graph: { guard: X_H }\n`,
    ["5:19-22 clashing-guard: parts 'io' and 'graph' have the same guard 'X_H' (4:16 part 'io')"],
  ],
  [
    'a guard that is no identifier',
    `${PARTS}  io: { guard: X-H }\n`,
    ['4:16-19 manifest-value: parts.io.guard must be an identifier'],
  ],
  [
    'a header outside',
    HEAD.replace('include/x.h', '../x.h'),
    ["2:9-15 path-leaves-root: header leads out of the root of the tree by '..'"],
  ],
  ['an absolute header', HEAD.replace('include/x.h', '/x.h'), ['2:9-13 path-leaves-root: header is absolute']],
  [
    'a header that is a directory',
    HEAD.replace('include/x.h', 'include/'),
    ["2:9-17 manifest-path: header ends with '/', as only a directory does"],
  ],
  ['an empty header', HEAD.replace('include/x.h', "''"), ['2:9-11 manifest-path: header is empty']],
  [
    'a header without value',
    HEAD.replace('include/x.h', ''),
    ['2:9-10 manifest-wrong-type: header must be a path, not nothing'],
  ],
  [
    'paths',
    `${PARTS}  io: { file: 'a\\b.h' }\n  a: { file: ./a.h }\n  b: { file: "a\\0.h" }\n  c: { file: a/../../b }\n`,
    [
      "4:15-22 manifest-path: parts.io.file contains a backslash; write '/'",
      "5:14-19 manifest-path: parts.a.file must be written without './' and '//'",
      '6:14-21 manifest-path: parts.b.file contains a control character',
      "7:14-23 path-leaves-root: parts.c.file leads out of the root of the tree by '..'",
    ],
  ],
  [
    'a header that no include can spell',
    HEAD.replace('include/x.h', `'a"b.h'`),
    [`2:9-16 manifest-path: header contains '"', which no #include can spell`],
  ],
  [
    'files that no include can spell',
    `${PARTS}  io: { file: 'a"b.h' }\n  a: { file: a>b.h }\n  b: { file: <b.h> }\n`,
    [
      `4:15-22 manifest-path: parts.io.file contains '"', which no #include can spell`,
      "5:14-19 manifest-path: parts.a.file contains '>', which no #include can spell",
      "6:14-19 manifest-path: parts.b.file contains '<', which no #include can spell",
    ],
  ],
  [
    'licence outside',
    `${HEAD}licence: { from: a/../../b.c }\n`,
    ["5:18-29 path-leaves-root: licence.from leads out of the root of the tree by '..'"],
  ],
  ['licence from nowhere', `${HEAD}licence: {}\n`, ["5:10-11 manifest-missing-key: licence lacks the key 'from'"]],
  [
    'licence that ends the comment',
    `${HEAD}licence: 'a */ b'\n`,
    ["5:10-18 manifest-value: licence must not contain '*/', which would end the comment"],
  ],
  [
    'functions outside',
    `${HEAD}functions: { /a.c: { f: io } }\n`,
    ["5:14-18 path-leaves-root: the name '/a.c' in functions is absolute"],
  ],
  [
    'definitions outside',
    `${HEAD}definitions: ['../*.c', '!/b.c', '']\n`,
    [
      "5:15-23 path-leaves-root: definitions[0] leads out of the root of the tree by '..'",
      '5:25-32 path-leaves-root: definitions[1] is absolute',
      '5:34-36 manifest-path: definitions[2] is empty',
    ],
  ],
  [
    'include_dirs',
    `${HEAD}include_dirs: ['.', include/, '..', /usr]\n`,
    [
      "5:31-35 path-leaves-root: include_dirs[2] leads out of the root of the tree by '..'",
      '5:37-41 path-leaves-root: include_dirs[3] is absolute',
    ],
  ],
  [
    'banner that ends the comment',
    `${PARTS}  io:\n    banner: |\n      a\n      */ int x;\n`,
    ["5:13-14 manifest-value: parts.io.banner must not contain '*/', which would end the comment"],
  ],
  ['wrapper banner', `${HEAD}wrapper: { banner: '' }\n`, ['5:20-22 manifest-value: wrapper.banner is empty']],
  [
    'why something is not asserted that is',
    `${HEAD}prototypes: { blk_x: { part: io, assert_why: a stub }, blk_y: { part: io, assert: false, assert_why: a stub } }\n`,
    [
      '5:46-52 manifest-value: prototypes.blk_x.assert_why is the reason for `assert: false`, which the entry does not have',
    ],
  ],
  [
    'a wrapper that goes while users stay',
    `${HEAD}wrapper: { remove: true }\n`,
    [
      '5:20-24 manifest-value: wrapper.remove needs `users: { rewrite: all }`: otherwise files go on including the header',
    ],
  ],
  [
    'users',
    `${HEAD}users: { rewrite: some, need: { a.c: [nothing] }, keep: { b.c: {} } }\n`,
    [
      "5:19-23 manifest-value: users.rewrite must be none or narrower or all, not 'some'",
      "5:39-46 unknown-part: users.need.a.c[0]: there is no part 'nothing'; the parts are common, graph, io",
      "5:64-65 manifest-missing-key: users.keep.b.c lacks the key 'why'",
    ],
  ],
  [
    'assert of two lines',
    `${PARTS}  io: { assert: "a();\\nb();" }\n`,
    ['4:17-29 manifest-value: parts.io.assert must be one line'],
  ],
  [
    'assert without semicolon',
    `${PARTS}  io: { assert: a() }\n`,
    ["4:17-20 manifest-value: parts.io.assert must be a statement: it must end with ';' or '}'"],
  ],
  [
    'assert that opens a comment',
    `${PARTS}  io: { assert: "a(); /* ;" }\n`,
    ['4:17-28 manifest-value: parts.io.assert leaves a comment open'],
  ],
  ['assert that is empty', `${PARTS}  io: { assert: '' }\n`, ['4:17-19 manifest-value: parts.io.assert is empty']],
  [
    'assert that is a boolean',
    `${PARTS}  io: { assert: true }\n`,
    ['4:17-21 manifest-wrong-type: parts.io.assert must be a statement, not the boolean true'],
  ],
  [
    'prelude with quotes',
    `${HEAD}prelude: <x.h>\n`,
    ['5:10-15 manifest-value: prelude must be written without quotes or brackets'],
  ],
  [
    'include with quotes',
    `${HEAD}includes: { '"a.h"': drop }\n`,
    [`5:13-20 manifest-value: the name '"a.h"' in includes must be written without quotes or brackets`],
  ],
  [
    'brackets',
    `${HEAD}brackets: [[A, B], [C], D, [E, 'f g']]\n`,
    [
      '5:20-23 manifest-wrong-type: brackets[1] must be a list of 2, not a list of 1',
      '5:25-26 manifest-wrong-type: brackets[2] must be a list of 2, not text',
      '5:32-37 manifest-value: brackets[3][1] must be a macro, a call of one, or an include path',
    ],
  ],
  [
    'annotations',
    `${HEAD}annotations: [null, on, 1, a-b, []]\n`,
    [
      '5:15-19 manifest-wrong-type: annotations[0] must be an identifier, not nothing',
      '5:25-26 manifest-value: annotations[2] must be an identifier',
      '5:28-31 manifest-value: annotations[3] must be an identifier',
      '5:33-35 manifest-wrong-type: annotations[4] must be an identifier, not a list of 0',
    ],
  ],
  [
    'declaration_macros',
    `${HEAD}declaration_macros: ERRP_GUARD\n`,
    ['5:21-31 manifest-wrong-type: declaration_macros must be a list, not text'],
  ],
  [
    'placement',
    `${HEAD}placement: last\n`,
    ["5:12-16 manifest-value: placement must be after-declarations or first, not 'last'"],
  ],
  ['reinclude', `${HEAD}reinclude: twice\n`, ["5:12-17 manifest-value: reinclude must be once, not 'twice'"]],
  [
    'prototype settings',
    `${HEAD}prototypes: { f: { assert: 0, comment: mine, why: [] }, g: [], h-h: io }\n`,
    [
      '5:28-29 manifest-wrong-type: prototypes.f.assert must be true or false, not the number 0',
      "5:40-44 manifest-value: prototypes.f.comment must be own or section, not 'mine'",
      '5:51-53 manifest-wrong-type: prototypes.f.why must be text, not a list of 0',
      "5:60-62 manifest-wrong-type: prototypes.g must be a part's name or a mapping or nothing, not a list of 0",
      "5:64-67 manifest-value: the name 'h-h' in prototypes must be an identifier",
    ],
  ],
  ['an alias', `${HEAD}prelude: &p x.h\nlicence: *p\n`, ["6:10-12 manifest-alias: the alias '*p' is not allowed"]],
  ['an alias as a key', `${HEAD}wrapper: &w {}\n*w : 1\n`, ["6:1-3 manifest-alias: the alias '*w' is not allowed"]],
  ['an unknown tag', `${HEAD}prelude: !env x.h\n`, ['5:10-14 manifest-syntax: Unresolved tag: !env']],
  ['a second document', `${HEAD}---\nversion: 1\n`, ['5:1-2 manifest-syntax: A second YAML document begins here']],
  [
    'a tab as indentation',
    `${HEAD}prototypes:\n\tf: io\n`,
    ['6:1-2 manifest-syntax: Tabs are not allowed as indentation'],
  ],
  [
    'a quote that is not closed',
    `${HEAD}prelude: "x.h\n`,
    ['6:1-2 manifest-syntax: Missing closing "quote (5:10 opened here)'],
  ],
  [
    'findings before a syntax error only',
    `${HEAD}foo: 1\nprototypes: { f: i\ng: x\n`,
    [
      "5:1-4 manifest-unknown-key: unknown key 'foo'; the keys are version, header, shared, prelude, parts, wrapper, users, licence, includes, include_dirs, brackets, annotations, declaration_macros, definitions, placement, reinclude, prototypes, declarations, functions",
      "6:18-19 unknown-part: prototypes.f: there is no part 'i'; did you mean 'io'?",
      '7:1-2 manifest-syntax: Flow map in block collection must be sufficiently indented and end with a }',
    ],
  ],
  [
    'several at once',
    'version: 3\nheader: ../x.h\nparts:\n  io: { into: oi, guard: 1x }\nprototypes:\n  f: i\n  f: io\nbanner: x\n',
    [
      '1:10-11 manifest-version: version must be 1, not 3',
      "2:9-15 path-leaves-root: header leads out of the root of the tree by '..'",
      "4:15-17 unknown-part: parts.io.into: there is no part 'oi'; did you mean 'io'?",
      "4:15-17 shared-part-into: 'io' is the shared part and cannot be written into the file of 'oi'",
      '4:26-28 manifest-value: parts.io.guard must be an identifier',
      "4:26-28 into-with-own-file: part 'io' is written into the file of 'oi' and cannot have a guard of its own (4:15 its 'into')",
      "6:6-7 unknown-part: prototypes.f: there is no part 'i'; did you mean 'io'?",
      "7:3-4 manifest-duplicate-key: the key 'f' is given twice in prototypes (6:3 the first one)",
      "8:1-7 manifest-unknown-key: unknown key 'banner'; the keys are version, header, shared, prelude, parts, wrapper, users, licence, includes, include_dirs, brackets, annotations, declaration_macros, definitions, placement, reinclude, prototypes, declarations, functions",
    ],
  ],
  [
    'CRLF',
    `${HEAD}prototypes:\n  f: oi\n`.replaceAll('\n', '\r\n'),
    ["6:6-8 unknown-part: prototypes.f: there is no part 'oi'; did you mean 'io'?"],
  ],
  [
    'columns in bytes',
    `${HEAD}prototypes: { ä: io, f: oi }\n`,
    ["5:26-28 unknown-part: prototypes.f: there is no part 'oi'; did you mean 'io'?"],
  ],
  [
    'a byte order mark',
    `\ufeff${HEAD}shared: oi\n`,
    ["5:9-11 unknown-part: shared: there is no part 'oi'; did you mean 'io'?"],
  ],
  [
    'beyond the BMP',
    `# 😀😀\n${HEAD}prelude: '😀' # x\nshared: { '😀': "😀" }\n`,
    ["7:9-27 manifest-wrong-type: shared must be a part's name, not a mapping"],
  ],
];

describe('findings about a manifest', () => {
  test.each(cases)('%s', (_name, yaml, expected) => checkFindings(yaml, expected));
});
