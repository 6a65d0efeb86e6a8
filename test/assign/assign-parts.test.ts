import { describe, expect, test } from '@jest/globals';
import { assignParts } from '../../src/assign/assign-parts.ts';
import { makeAssignment } from '../../src/assign/assignment.ts';
import { placeOfFile } from '../../src/text/place.ts';
import { soundManifest } from '../manifest/check-manifest.ts';
import { assignYaml, factsIn } from './assign-yaml.ts';

const HEAD = 'version: 1\nheader: include/s.h\nparts: { common: {}, graph: {}, io: {} }\n';

const MANY = `${HEAD}prototypes:
  rdb_load:
  rdb_save: graph # decided
  get_name:
  set_name:

  # the rest
  other: { why: not yet }
`;

function messages(found: {
  readonly findings: readonly { readonly code: string; readonly message: string }[];
}): string[] {
  return found.findings.map(({ code, message }) => `${code}: ${message}`);
}

describe('by name', () => {
  test.each<[string, readonly string[], readonly (readonly [string, string])[]]>([
    ['a name', ['rdb_load=io'], [['rdb_load', 'io']]],
    [
      'a glob',
      ['*_name=io'],
      [
        ['get_name', 'io'],
        ['set_name', 'io'],
      ],
    ],
    [
      'braces',
      ['{get,set}_name=io'],
      [
        ['get_name', 'io'],
        ['set_name', 'io'],
      ],
    ],
    [
      'a regular expression',
      ['/^(get|set)/=io'],
      [
        ['get_name', 'io'],
        ['set_name', 'io'],
      ],
    ],
    [
      'in any case',
      ['/NAME$/i=io'],
      [
        ['get_name', 'io'],
        ['set_name', 'io'],
      ],
    ],
    ['anywhere', ['/th/=io'], [['other', 'io']]],
    [
      'several that agree',
      ['get*=io', '*_name=io'],
      [
        ['get_name', 'io'],
        ['set_name', 'io'],
      ],
    ],
    ['the shared part', ['other=common'], [['other', 'common']]],
  ])('%s', (_, written, expected) => {
    const { changes, findings } = assignYaml(MANY, written);
    expect(findings).toEqual([]);
    expect(changes.map((change) => [change.name, 'part' in change ? change.part : null])).toEqual(expected);
  });

  test('the YAML changes by the parts alone', () => {
    expect(assignYaml(MANY, ['rdb_load=io', 'other=io']).yaml).toBe(
      MANY.replace('rdb_load:', 'rdb_load: io').replace('{ why: not yet }', '{ part: io, why: not yet }'),
    );
  });
});

describe('functions that have a part', () => {
  test('keep it, and are named', () => {
    const { kept, changes, yaml, unassigned, reach } = assignYaml(MANY, ['rdb*=io']);
    expect(kept).toEqual([{ name: 'rdb_save', part: 'graph', wanted: 'io' }]);
    expect(changes.map(({ name }) => name)).toEqual(['rdb_load']);
    expect(yaml).toContain('rdb_save: graph # decided');
    expect(unassigned).toEqual(['get_name', 'set_name', 'other']);
    expect(reach.map(({ functions, changed }) => [functions, changed])).toEqual([[2, 1]]);
  });

  test('are left alone when they have the part asked for', () => {
    const { kept, changes, yaml } = assignYaml(MANY, ['rdb_save=graph']);
    expect([kept, changes, yaml]).toEqual([[], [], MANY]);
  });

  test('get the new one by force', () => {
    const { kept, yaml } = assignYaml(MANY, ['rdb_save=io'], { assigned: 'replace' });
    expect(kept).toEqual([]);
    expect(yaml).toBe(MANY.replace('rdb_save: graph', 'rdb_save: io'));
  });

  test('are not spoken of when only the others are meant, and do not make an assignment idle', () => {
    const { kept, changes, findings } = assignYaml(MANY, ['rdb_save=io'], { assigned: 'skip' });
    expect([kept, changes, findings]).toEqual([[], [], []]);
  });
});

describe('refused', () => {
  test.each<[string, readonly string[], string]>([
    [
      'a part that is not there',
      ['rdb*=oi'],
      "assignment-part-unknown: the manifest has no part 'oi'; did you mean 'io'?",
    ],
    ['a word of includes', ['rdb*=wrapper'], "assignment-part-unknown: the manifest has no part 'wrapper'"],
    ['a name of no function', ['rdb_lod=io'], "assignment-idle: 'rdb_lod' matches no function of the header"],
    ['a name of something else', ['MACRO=io'], "assignment-idle: 'MACRO' matches no function of the header"],
    [
      'two parts for one function',
      ['get*=io', '*_name=graph'],
      "assignment-contradiction: 'get*=io' and '*_name=graph' disagree about get_name",
    ],
    [
      'two parts for several',
      ['*=io', '/_/=graph'],
      "assignment-contradiction: '*=io' and '/_/=graph' disagree about rdb_load, get_name, set_name",
    ],
  ])('%s', (_, written, message) => {
    const found = assignYaml(MANY, written);
    expect(messages(found)).toEqual([message]);
    expect([found.yaml, found.changes]).toEqual([MANY, []]);
  });

  test('not two parts for a function that keeps the one it has', () => {
    expect(messages(assignYaml(MANY, ['rdb_save=io', 'rdb_s*=common']))).toEqual([]);
    expect(messages(assignYaml(MANY, ['rdb_save=io', 'rdb_s*=common'], { assigned: 'replace' }))).toHaveLength(1);
  });

  test('a manifest whose entries do not stand on lines of their own', () => {
    const yaml = `${HEAD}? prototypes\n: a:\n`;
    const found = assignYaml(yaml, ['a=io']);
    expect(messages(found)).toEqual(["manifest-uneditable: the entry 'a' does not begin on a line of its own"]);
    expect(found.yaml).toBe(yaml);
  });

  test.each<[string, string, string | undefined]>([
    ['rdb_lod=io', '', 'Did you mean rdb_load?'],
    ['rbd*=io', '', 'Did you mean rdb_load, rdb_save?'],
    ['*_nmae=io', '', 'Did you mean get_name, set_name?'],
    ['SAVE=io', '', 'Did you mean rdb_save?'],
    ['MACRO=io', '', 'It is not a function; assign it under `declarations` in the manifest.'],
    ['rdb_.*=io', '', 'A regular expression goes between slashes: `/rdb_.*/`.'],
    ['^rdb=io', '', 'A regular expression goes between slashes: `/^rdb/`.'],
    ['zzzzzzzzzz=io', '', undefined],
    ['/^zzz/=io', '', undefined],
    ['section Mdules=io', '/* Modules */\nint ma(void);\nint mb(void);\n', 'Did you mean Modules?'],
    ['section Zebra=io', '/* Modules */\nint ma(void);\nint mb(void);\n', 'The sections are Modules.'],
    ['section Zebra=io', 'int ma(void);\n', 'The header has no section titles above its functions.'],
    ['type robj=io', 'robj *ma(void);\n', 'Did you mean robj *?'],
  ])('%s is answered with the nearest there is', (written, header, next) => {
    const { findings } = assignYaml(MANY, [written], { functions: factsIn(header) });
    expect(findings.map((one) => one.next)).toEqual([next]);
  });

  test('of hundreds of names that are not there, the first', () => {
    const written = Array.from({ length: 300 }, (_, at) => `gone${at}=io`);
    const { findings } = assignYaml(MANY, written);
    expect(findings).toHaveLength(21);
    expect(findings.at(-1)?.message).toBe('280 more assignments match no function; this is the next');
  });
});

describe('by what the header and the sources say', () => {
  const functions = factsIn(
    `/* Requests */
client *s_read(int fd);
const client *s_write(int fd);

/* osdep-*.c */
int s_fork(void);

/* MULTI/EXEC */
static inline int s_id(int x) { return x; }
int s_last(void);
`,
    { 'src/net/io.c': ['s_read', 's_write'], 'osdep-linux.c': ['s_fork'], 'osdep-bsd.c': ['s_fork'] },
  );
  const yaml = `${HEAD}prototypes: { s_read, s_write, s_fork, s_id, s_last, s_gone }\n`;

  test('a comment that is no title is meant by its first sentence', () => {
    const header = '/* Requires the lock. It is not taken here. */\nint s_locked(void);\n\nint s_free(void);\n';
    const of = (written: string) =>
      assignYaml(`${HEAD}prototypes: { s_locked, s_free }\n`, [written], { functions: factsIn(header) });
    expect(of('section Requires the lock.=io').changes.map(({ name }) => name)).toEqual(['s_locked']);
    expect(of('section Requires*=io').findings).toHaveLength(1);
  });

  test.each<[string, readonly string[]]>([
    ['file io.c', ['s_read', 's_write']],
    ['file src/net/io.c', ['s_read', 's_write']],
    ['file src/**', ['s_read', 's_write']],
    ['file osdep-*.c', ['s_fork']],
    ['file osdep-bsd.c', ['s_fork']],
    ['file s.h', ['s_id']],
    ['file /^src.net/', ['s_read', 's_write']],
    ['section Requests', ['s_read', 's_write']],
    ['section Req*', ['s_read', 's_write']],
    ['section osdep-*.c', ['s_fork']],
    ['section MULTI/EXEC', ['s_id', 's_last']],
    ['section MULTI*', ['s_id', 's_last']],
    ['type client*', ['s_read']],
    ['type const client *', ['s_write']],
    ['type /client/', ['s_read', 's_write']],
    ['type int', ['s_fork', 's_id', 's_last']],
  ])('%s', (written, expected) => {
    const { changes, findings } = assignYaml(yaml, [`${written}=io`], { functions });
    expect(findings).toEqual([]);
    expect(changes.map(({ name }) => name)).toEqual(expected);
  });

  test('a path from the root is no file of another folder', () => {
    expect(messages(assignYaml(yaml, ['file net/io.c=io'], { functions }))).toHaveLength(1);
  });

  test('a function that the manifest does not list gets an entry where the header has it', () => {
    const { yaml: after } = assignYaml(`${HEAD}prototypes:\n  s_write: graph # w\n  s_last:\n`, ['*=io'], {
      functions,
    });
    expect(after).toBe(
      `${HEAD}prototypes:\n  s_read: io\n  s_write: graph # w\n  s_fork: io\n  s_id: io\n  s_last: io\n`,
    );
    expect(assignYaml(`${HEAD}prototypes: {}\n`, ['s_l*=io'], { functions }).yaml).toBe(
      `${HEAD}prototypes:\n  s_last: io\n`,
    );
    expect(assignYaml(HEAD, ['s_l*=io'], { functions }).yaml).toContain('s_last: io');
  });
});

test('an empty reason takes one away, only where parts are replaced', () => {
  const manifest = soundManifest(MANY.replace('other: { why: not yet }', 'other: { part: io, why: not yet } # see'));
  const made = [makeAssignment('name', 'other', 'io', placeOfFile('list'), '')].flatMap((one) =>
    'code' in one ? [] : [one],
  );
  const assign = (assigned: 'keep' | 'replace') =>
    assignParts(manifest, { functions: [], others: new Set() }, made, assigned);
  expect(assign('keep')).toMatchObject({ unexplained: 0, after: manifest });
  expect(assign('replace')).toMatchObject({ unexplained: 1, explained: 0 });
  expect(assign('replace').after.source.text).toBe(manifest.source.text.replace(', why: not yet', ''));
});

test('a reason goes to the functions that have its part, and replaces one only where parts are replaced', () => {
  const manifest = soundManifest(MANY);
  const place = placeOfFile('list');
  const made = [
    makeAssignment('name', 'rdb_load', 'io', place, 'loads'),
    makeAssignment('name', 'rdb_save', 'io', place, 'saves'),
    makeAssignment('name', 'other', 'io', place, 'now'),
  ].flatMap((one) => ('code' in one ? [] : [one]));
  const assign = (assigned: 'keep' | 'replace') =>
    assignParts(manifest, { functions: [], others: new Set() }, made, assigned);
  const [kept, replaced] = [assign('keep'), assign('replace')];
  expect(kept.explained).toBe(1);
  expect(kept.after.source.text).toContain('rdb_load: { part: io, why: "loads" }\n  rdb_save: graph # decided\n');
  expect(kept.after.source.text).toContain('other: { part: io, why: not yet }');
  expect(replaced.after.source.text).toContain('rdb_save: { part: io, why: "saves" } # decided');
  expect(replaced.after.source.text).toContain('other: { part: io, why: "now" }');
});
