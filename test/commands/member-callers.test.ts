import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { initRepository } from '../io/init-repository.ts';
import { commitAll, inTemporaryFolder, putFiles, snapshot } from '../io/temporary-folder.ts';
import { runCommand } from './run-command.ts';

const files = {
  'm.yaml': `version: 1
header: ops.h
parts:
  common: {}
  graph: { assert: assert(in_main());, assert_include: lock.h }
  io: { may_call: [io, common] }
prototypes: { disk_open: graph, disk_read: io }
`,
  'audit.yaml': `version: 1
manifests: [m.yaml]
members: { Ops: { graph: [open], io: [read] } }
lock: { acquire: [big_lock], release: [big_unlock] }
assert_callers: true
`,
  'lock.h': `#ifndef LOCK_H
#define LOCK_H
#include <assert.h>
int in_main(void);
void big_lock(void);
void big_unlock(void);
#endif
`,
  'ops.h': `/* Disks. */
#ifndef OPS_H
#define OPS_H
struct Disk;
struct Ops {
    int (*read)(struct Disk *d);
    int (*open)(struct Disk *d);
};
struct Disk { const struct Ops *ops; };
#define CALL_OPEN(d) (d)->ops->open(d)
int disk_open(struct Disk *d);
int disk_read(struct Disk *d);
#endif
`,
  'disk.c': `#include "ops.h"
#include "lock.h"

int disk_open(struct Disk *d) { return d->ops->open(d); }
int disk_read(struct Disk *d) { return d->ops->read(d); }

static int nothing(struct Disk *d) { return d == 0; }
static int reads(struct Disk *d) { return d->ops->read(d); }

static int locked(struct Disk *d)
{
    int ret;

    big_lock();
    ret = d->ops->open(d);
    big_unlock();
    return ret;
}

static int filter(struct Disk *d) { return d->ops->open(d); }
const struct Ops ops = { .read = filter, .open = nothing };
int all(struct Disk *d) { return locked(d) + reads(d); }
`,
  'more.c': `#include "ops.h"

static int reopen(struct Disk *d)
{
    int ret = 0;

    if (d)
        ret = d->ops->open(d);
    else
        ret = 1;
    return ret;
}

int by_macro(struct Disk *d)
{
    return reopen(d) + CALL_OPEN(d);
}
`,
  'odd.c': `#include "ops.h"
/* d->ops->open(d) */
#define FN(name) int name(struct Disk *d)
FN(made)
{
    return d->ops->open(d);
}
#define DEFINE(name) FN(name) { return d->ops->open(d); }
DEFINE(made_too)
`,
  'tests/t.c': '#include "../ops.h"\nint t(struct Disk *d) { return d->ops->open(d); }\n',
};

const MISSED =
  'a call of Ops.open (graph) is in no function that was read, or its struct cannot be told: nothing is asserted for it';

function messagesOf(report: string, code: string): readonly string[] {
  const { findings } = JSON.parse(report) as { findings: readonly { code: string; message: string }[] };
  return findings.filter((one) => one.code === code).map(({ message }) => message);
}

test('functions that call a member of an asserting section are asserted as others are', async () => {
  await inTemporaryFolder(async (folder) => {
    initRepository(folder);
    putFiles(folder, files);
    commitAll(folder);
    const run = (line: string) => runCommand(folder, `${line} m.yaml --audit-file audit.yaml`.split(' '));
    const read = (path: string) => readFileSync(join(folder, path), 'latin1');
    const applied = await run('apply --format json');
    expect(applied.exitCode).toBe(0);
    expect(messagesOf(applied.out, 'caller-not-asserted')).toEqual([
      'locked() calls Ops.open (graph) and gets no assertion: it takes the lock itself',
      'filter() calls Ops.open (graph) and gets no assertion: it is called through Ops.read (io)',
      't() calls Ops.open (graph) and gets no assertion: the manifest looks for no definitions in its file',
      MISSED,
      MISSED,
    ]);
    expect(read('disk.c').match(/assert\(in_main\(\)\);/g)).toHaveLength(1);
    expect(read('more.c')).toContain('#include "ops.h"\n#include "lock.h"\n');
    expect(read('more.c')).toContain('    int ret = 0;\n\n    assert(in_main());\n\n    if (d)\n');
    expect(read('more.c')).toContain('{\n    assert(in_main());\n    return reopen(d)');
    const asserted = snapshot(folder);

    expect((await run('apply')).err).toContain('3 already present');
    expect(snapshot(folder)).toEqual(asserted);
    // Without the file nothing is known of callers, and what stands there stays.
    expect((await runCommand(folder, ['check', 'm.yaml'])).exitCode).toBe(0);
    commitAll(folder);
    expect((await runCommand(folder, ['regenerate', 'm.yaml'])).exitCode).toBe(0);
    expect(snapshot(folder)).toEqual(asserted);

    writeFileSync(join(folder, 'more.c'), read('more.c').replace('\n    assert(in_main());\n\n', '\n'));
    const lacking = await run('check --format json');
    expect(lacking.exitCode).toBe(1);
    expect(messagesOf(lacking.out, 'assertion-missing')).toEqual([
      "reopen() of part 'graph' lacks its assertion `assert(in_main());`",
    ]);
    await run('check --fix');
    expect(snapshot(folder)).toEqual(asserted);
  });
});

test('a series asserts callers too', async () => {
  await inTemporaryFolder(async (folder) => {
    initRepository(folder);
    putFiles(folder, files);
    commitAll(folder);
    const { out } = await runCommand(folder, 'series m.yaml --audit-file audit.yaml -o -'.split(' '));
    expect(out.match(/^\+ {4}assert\(in_main\(\)\);$/gm)).toHaveLength(2);
  });
});
