import { describe, expect, test } from '@jest/globals';
import { guarded, learnFrom, learnt, splitByHand } from '../../plan/split-by-hand.ts';

const wrapper = 'include/disk.h';
const common = 'include/disk-common.h';
const graph = 'include/disk-graph.h';
const io = 'include/disk-io.h';

function header(path: string): string {
  return splitByHand[path] ?? '';
}

function source(...replacements: readonly (readonly [string, string])[]): string {
  return replacements.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, header('disk.c'));
}

function part(name: string, replaced: Parameters<typeof learnt>[0] = {}) {
  const found = learnt(replaced).parts.find((one) => one.name === name);
  if (!found) throw new Error(`no part '${name}'`);
  return found;
}

describe('parts', () => {
  test('are named after their files, one that only others include first', () => {
    const { parts, shared, remarks } = learnt();
    expect({ parts: parts.map(({ name }) => name), shared, remarks }).toEqual({
      parts: ['common', 'graph', 'io'],
      shared: 'common',
      remarks: [],
    });
    for (const { file, guard, into } of parts)
      expect({ file, guard, into }).toEqual({ file: null, guard: null, into: null });
  });

  test('come in the order of the wrapper', () => {
    const text = '#include "disk-io.h"\n#include "disk-graph.h"\n#include "disk-common.h"\n';
    expect(learnt({ [wrapper]: guarded('DISK_H', text) }).parts.map(({ name }) => name)).toEqual([
      'io',
      'graph',
      'common',
    ]);
  });

  test('keep a file and a guard that do not follow from their names', () => {
    const text = header(wrapper).replace('disk-io.h', 'parts/disk_io.h');
    const moved = header(io).replaceAll('DISK_IO_H', 'IO_PART_H').replace('disk-common.h', '../disk-common.h');
    const { file, guard } = part('io', { [wrapper]: text, [io]: null, 'include/parts/disk_io.h': moved });
    expect({ file, guard }).toEqual({ file: 'include/parts/disk_io.h', guard: 'IO_PART_H' });
  });

  test('are not what a part file includes besides', () => {
    const text = header(common).replace('typedef', '#include "other/disk-cache.h"\n\ntypedef');
    const { parts, includes } = learnt({ [common]: text, 'include/other/disk-cache.h': '' });
    expect(parts.map(({ name }) => name)).toEqual(['common', 'graph', 'io']);
    expect(includes.size).toBe(0);
  });

  test('have an empty shared one when no file includes another', () => {
    const without = (path: string): string => header(path).replace('#include "disk-common.h"\n\n', '');
    const { parts, shared } = learnt({ [common]: null, [graph]: without(graph), [io]: without(io) });
    expect({ parts: parts.map(({ name }) => name), shared }).toEqual({
      parts: ['common', 'graph', 'io'],
      shared: 'common',
    });
  });
});

test('every function has the part of its file, in the order of the files', () => {
  expect([...learnt().prototypes]).toEqual([
    ['disk_open', 'graph'],
    ['disk_close', 'graph'],
    ['disk_name', 'graph'],
    ['disk_read', 'io'],
    ['disk_write', 'io'],
  ]);
});

describe('banners', () => {
  const banner = '/*\n * Graph API.\n *\n *   Under the "big" lock: always.\n */\n\n';

  test('are the comments that stand alone at the top', () => {
    const text = header(graph).replace('Disk *disk_open', `${banner}Disk *disk_open`);
    expect(part('graph', { [graph]: text }).banner).toBe('Graph API.\n\n  Under the "big" lock: always.');
    const shared = header(common).replace('typedef', '/* What all need. */\n\n#include <stdint.h>\n\ntypedef');
    expect(part('common', { [common]: shared }).banner).toBe('What all need.');
  });

  test('are no comments on what follows them', () => {
    const text = header(graph).replace('Disk *disk_open', '/* Opens. */\nDisk *disk_open');
    expect(part('graph', { [graph]: text }).banner).toBeNull();
  });

  test('of the shared part stand above its includes', () => {
    const text = header(common).replace('typedef', '#include <stdint.h>\n\n/* Types. */\n\ntypedef');
    expect(part('common', { [common]: text }).banner).toBeNull();
    expect(learnt({ [common]: text }).remarks).toEqual([]);
  });

  test('are left out, with a remark, where a split would write other bytes', () => {
    const odd = header(graph).replace(
      'Disk *disk_open',
      '/* Graph API.\n * Under the lock.\n * Always. */\n\nDisk *disk_open',
    );
    expect(learnt({ [graph]: odd }).remarks).toEqual([
      'include/disk-graph.h:8 is not taken as a banner: a split would write it differently.',
    ]);
    const below = header(graph).replace('Disk *disk_open', `#include "lock.h"\n\n${banner}Disk *disk_open`);
    const { parts, remarks } = learnt({ [graph]: below, 'disk.c': source(['GRAPH_CODE();', '']) });
    expect(parts.map((one) => one.banner)).toEqual([null, null, null]);
    expect(remarks).toEqual(['include/disk-graph.h:10 is not taken as a banner: it is below includes.']);
  });

  test('of the wrapper stand above its includes', () => {
    const text = '/* Add nothing here. */\n\n#include "disk-graph.h"\n#include "disk-io.h"\n';
    const above = learnt({ [wrapper]: guarded('DISK_H', text) });
    expect({ banner: above.wrapperBanner, remarks: above.remarks }).toEqual({
      banner: 'Add nothing here.',
      remarks: [],
    });
    const below = '#include "disk-graph.h"\n#include "disk-io.h"\n\n/* Add nothing here. */\n';
    const { wrapperBanner, remarks } = learnt({ [wrapper]: guarded('DISK_H', below) });
    expect({ wrapperBanner, remarks }).toEqual({
      wrapperBanner: null,
      remarks: ['include/disk.h:9 is not taken as a banner: it is below the includes.'],
    });
  });
});

describe('assertions', () => {
  test('are what most definitions of a part begin with', () => {
    expect(learnt().parts.map(({ assert }) => assert)).toEqual([null, 'GRAPH_CODE();', 'IO_CODE();']);
  });

  test('are held by half of the definitions', () => {
    const text = header(graph).replace(
      'void disk_name',
      'void disk_sync(void);\nvoid disk_lock(void);\nvoid disk_name',
    );
    const more = '\nvoid disk_sync(void)\n{\n    sync(1);\n}\n\nvoid disk_lock(void)\n{\n    lock(2);\n}\n';
    expect(part('graph', { [graph]: text, 'disk.c': header('disk.c') + more }).assert).toBeNull();
  });

  test('are held by more than one definition', () => {
    const text = header(io).replace('int disk_write(Disk *disk);\n', '');
    expect(part('io', { [io]: text }).assert).toBeNull();
  });

  test('say nothing of parameters and variables', () => {
    const text = header('disk.c').replaceAll('IO_CODE();', 'CHECK_DISK(disk);');
    expect(part('io', { 'disk.c': text }).assert).toBeNull();
  });

  test('stand before any other statement', () => {
    const text = header('disk.c').replaceAll('IO_CODE();', 'disk->users++;\n    IO_CODE();');
    expect(part('io', { 'disk.c': text }).assert).toBeNull();
  });

  test('are not those of a static function of the same name', () => {
    const calls = ['disk_read', 'disk_write'].map((name) => `static void ${name}(void)\n{\n    CHECK();\n}\n`);
    const { assert, assertInclude } = part('io', { 'cache.c': `void disk_name(void)\n{\n}\n${calls.join('')}` });
    expect({ assert, assertInclude }).toEqual({ assert: 'IO_CODE();', assertInclude: 'lock.h' });
    const twice = header('disk.c').replaceAll('IO_CODE();', '');
    expect(part('io', { 'disk.c': twice + calls.join('') }).assert).toBeNull();
  });

  test('that parts have in common are held by three quarters', () => {
    const text = header('disk.c').replaceAll(/(?:GRAPH|IO)_CODE/g, 'CODE');
    expect(learnt({ 'disk.c': text }).parts.map(({ assert }) => assert)).toEqual([null, null, 'CODE();']);
  });

  test('tell their part apart from the others, where something does', () => {
    const text = header('disk.c').replaceAll(/(?:GRAPH_CODE|IO_CODE)\(\);|print\(disk\);/g, 'trace_call(); $&');
    expect(learnt({ 'disk.c': text }).parts.map(({ assert }) => assert)).toEqual([null, 'GRAPH_CODE();', 'IO_CODE();']);
  });

  test('need what all their files include', () => {
    expect(part('graph').assertInclude).toBe('lock.h');
    const conditional = source(['#include "lock.h"', '#ifdef LOCK\n#include "lock.h"\n#endif']);
    expect(part('graph', { 'disk.c': conditional }).assertInclude).toBeNull();
    const other = '#include "disk.h"\n\nvoid disk_name(Disk *disk)\n{\n    GRAPH_CODE();\n    print(disk);\n}\n';
    const first = source(['void disk_name(Disk *disk)\n{\n    print(disk);\n}\n', '']);
    expect(part('graph', { 'disk.c': first, 'name.c': other }).assertInclude).toBeNull();
    expect(part('io', { 'disk.c': first, 'name.c': other }).assertInclude).toBe('lock.h');
    const indirect = { 'name.c': `#include "more.h"\n${other}`, 'more.h': '#include "lock.h"\n' };
    expect(part('graph', indirect).assertInclude).toBe('lock.h');
  });

  test('stand after the declarations, or first', () => {
    expect(learnt().placement).toBe('after-declarations');
    expect(learnt({ 'disk.c': source(['    Disk *disk;\n\n', '']) }).placement).toBe('after-declarations');
    const text = source(['    Disk *disk;\n\n    GRAPH_CODE();\n', '    GRAPH_CODE();\n    Disk *disk;\n\n']);
    expect(learnt({ 'disk.c': text }).placement).toBe('first');
  });

  test('stand below macros that count as declarations', () => {
    const text = source(['    Disk *disk;\n\n', '    REPORT_GUARD();\n    Disk *disk;\n\n']);
    expect(learnt({ 'disk.c': text }).declarationMacros).toEqual(['REPORT_GUARD']);
    const refuted = text.replace('IO_CODE();', 'IO_CODE();\n    REPORT_GUARD();');
    expect(learnt({ 'disk.c': refuted }).declarationMacros).toEqual([]);
  });

  test('count in functions that a part file defines', () => {
    const inline = 'static inline int disk_peek(Disk *disk)\n{\n    IO_CODE();\n    return disk_read(disk);\n}\n';
    const text = header(io).replace('int disk_write(Disk *disk);\n', inline);
    const { assert, assertInclude } = part('io', { [io]: text });
    expect({ assert, assertInclude }).toEqual({ assert: 'IO_CODE();', assertInclude: null });
  });
});

describe('sections', () => {
  const banner = '/*\n * Functions that wait.\n * Not for every thread.\n */\n\n';
  const functions = 'int disk_drain(Disk *disk);\nint disk_flush(Disk *disk);\n';
  const below = header(io).replace('\n#endif', `\n${banner}#define DISK_WAIT() disk_drain(0)\n\n${functions}\n#endif`);
  const definitions = (statement: string): string =>
    `${header('disk.c')}\nint disk_drain(Disk *disk)\n{\n    ${statement}\n    return 0;\n}\n\nint disk_flush(Disk *disk)\n{\n    ${statement}\n    return 1;\n}\n`;

  test('begin at a banner below which the definitions hold another assertion', () => {
    const { parts, prototypes, declarations, remarks } = learnt({ [io]: below, 'disk.c': definitions('WAIT_CODE();') });
    expect(parts.at(-1)).toEqual({
      name: 'wait',
      into: 'io',
      file: null,
      guard: null,
      banner: 'Functions that wait.\nNot for every thread.',
      assert: 'WAIT_CODE();',
      assertInclude: 'lock.h',
    });
    expect([...prototypes].slice(-3)).toEqual([
      ['disk_write', 'io'],
      ['disk_drain', 'wait'],
      ['disk_flush', 'wait'],
    ]);
    expect([...declarations]).toEqual([['DISK_WAIT', 'wait']]);
    expect(remarks).toEqual([]);
  });

  test('do not begin where the assertion is the same, or there is none, or the comment is one line', () => {
    for (const [text, statement] of [
      [below, 'IO_CODE();'],
      [below, 'drain(disk);'],
      [below.replace(banner, '/* Functions that wait. */\n\n'), 'WAIT_CODE();'],
    ] as const) {
      const { parts } = learnt({ [io]: text, 'disk.c': definitions(statement) });
      expect(parts.map(({ name }) => name)).toEqual(['common', 'graph', 'io']);
    }
  });
});

describe('what is no function', () => {
  test('is named where a split would send it elsewhere', () => {
    const text = header(io).replace(
      'int disk_read',
      '#define DISK_MAX 8\nenum { SMALL, LARGE };\n#define disk_write disk_put\n\nint disk_read',
    );
    expect([...learnt({ [io]: text }).declarations]).toEqual([
      ['DISK_MAX', 'io'],
      ['SMALL', 'io'],
    ]);
    const shared = header(common).replace('typedef', '#define disk_read(d) 0\n\ntypedef');
    expect([...learnt({ [common]: shared }).declarations]).toEqual([['disk_read', 'common']]);
  });

  test('goes by a name that no other part has, or has a remark', () => {
    const forward = header(common).replace('typedef', 'struct Iterator;\n\ntypedef');
    const named = header(io).replace('int disk_read', 'struct Iterator { int at; } first;\n\nint disk_read');
    expect([...learnt({ [common]: forward, [io]: named }).declarations]).toEqual([['first', 'io']]);
    const nameless = header(io).replace(
      'int disk_read',
      'struct Iterator { int at; };\n_Static_assert(1, "");\n\nint disk_read',
    );
    expect(learnt({ [common]: forward, [io]: nameless }).remarks).toEqual([
      'include/disk-io.h:8 cannot be assigned to io: another part has something of its name.',
      'include/disk-io.h:9 cannot be assigned to io: it has no name.',
    ]);
  });

  test('includes outside the shared part are sent to where they stand', () => {
    const text = header(io).replace('int disk_read', '#include "queue.h"\n\nint disk_read');
    const whole = header(wrapper).replace('\n#endif', '\n#include "disks.h"\n\n#endif');
    expect([...learnt({ [io]: text, [wrapper]: whole }).includes]).toEqual([
      ['queue.h', 'io'],
      ['disks.h', 'wrapper'],
    ]);
    const shared = header(common).replace('typedef', '#include "queue.h"\n\ntypedef');
    const { includes, remarks } = learnt({ [io]: text, [common]: shared });
    expect([...includes]).toEqual([]);
    expect(remarks).toEqual([
      'include/disk-io.h:8 includes queue.h, as another file does: a manifest can send it to only one place.',
    ]);
  });
});

test('an include that leads back to the header is left to the split', () => {
  const text = header(common).replace('typedef', '#include "job.h"\n\ntypedef');
  const job = { 'include/job.h': '#include "disk.h"\n' };
  const { includes, remarks } = learnt({ [common]: text, ...job });
  expect(includes.size).toBe(0);
  expect(remarks).toEqual([
    'include/disk-common.h:6 includes job.h, which leads back: a split keeps it there only if something needs it.',
  ]);
  const below = header(wrapper).replace('\n#endif', '\n#include "job.h"\n\n#endif');
  expect([...learnt({ [wrapper]: below, ...job }).includes]).toEqual([['job.h', 'wrapper']]);
});

describe('a header that is no wrapper', () => {
  test('has no part files', () => {
    const { learnt: manifest, findings } = learnFrom({ [wrapper]: guarded('DISK_H', '#include "lock.h"\n') });
    expect(manifest).toBeNull();
    expect(findings.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'wrapper-expected: include/disk.h includes no file of the tree whose name begins with its own',
    ]);
  });

  test('declares functions itself', () => {
    const { findings } = learnFrom({
      [wrapper]: header(wrapper).replace('\n#endif', '\nint disk_new(void);\n\n#endif'),
    });
    expect(findings.map(({ message, places }) => `${message} ${places[0]?.place.line}`)).toEqual([
      "include/disk.h declares 'disk_new' itself 9",
    ]);
  });
});
