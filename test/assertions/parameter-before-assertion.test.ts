import { expect, test } from '@jest/globals';
import { planAssertions } from '../../src/edits/assertion-changes.ts';
import { memoryTree } from '../../src/text/tree.ts';
import { soundManifest } from '../manifest/check-manifest.ts';

/** What is said of the parameters of f() when it gets `assert`: column of each use, and the next step. */
async function told(line: string, { assert = 'assert(c != NULL);', head = 'Conn *c, int n', extra = '' } = {}) {
  const manifest = soundManifest(
    `version: 1\nheader: a.h\ndeclaration_macros: [QEMU_LOCK_GUARD]\nparts: { common: {}, own: { assert: "${assert}" } }\nprototypes: { f: own }\n${extra}`,
  );
  const wanted = [...manifest.prototypes].flatMap(([name, entry]) =>
    manifest.parts
      .filter((part) => part.name === entry.part)
      .map((part) => ({
        name,
        part,
        assert: entry.assert,
        declaredAt: { source: manifest.source, span: entry.span },
      })),
  );
  const tree = memoryTree({ 'a.c': `int f(${head})\n{\n    ${line}\n\n    return 0;\n}\n` });
  const { findings } = await planAssertions({ tree, manifest, wanted });
  return findings
    .filter(({ code }) => code === 'parameter-before-assertion')
    .map(({ places, next }) => ({ columns: places.map(({ place }) => place.column), next }));
}

test.each([
  ['a member is read', 'Queue *q = c->thread->queues;', [16]],
  ['it is followed', 'Conn own = *c;', [17]],
  ['it is indexed', 'Conn first = c[0];', [18]],
  ['a call takes it', 'int a = fill(c);', [18]],
  ['a cast macro takes it', 'Device *d = DEVICE(c);', [24]],
  ['the second declaration', 'int a = 1; int b = c->fd;', [24]],
  ['the second declarator', 'int a, b = c->fd;', [16]],
  ['twice', 'int a = c->fd, b = c->other;', [13, 24]],
  ['a copy is followed', 'Conn *d = c; int fd = d->fd;', [27]],
  ['a copy with a cast is followed', 'Conn *d = (Conn *) c; int fd = d->fd;', [36]],
  ['an address in it', 'Lock *l = &c->lock;', [16]],
  ['a guard macro takes it', 'QEMU_LOCK_GUARD(&c->lock);', [22]],
  ['in an initialiser list', 'Pair p = { .fd = c->fd };', [22]],
  ['after a test in another declarator', 'int a = c != NULL, b = c->fd;', [28]],
])('%s', async (_, line, columns) => {
  expect((await told(line)).map((one) => one.columns)).toEqual([columns]);
});

test.each([
  ['no use', 'int a = n;'],
  ['a plain copy', 'Conn *d = c;'],
  ['copied into a member', 'Pair p = { .conn = c, .fd = 1 };'],
  ['a member of that name', 'int a = other.c->fd, b = other->c;'],
  ['its size', 'size_t a = sizeof(*c), b = sizeof c->x, d = sizeof *c;'],
  ['a test', 'int a = c == NULL, b = NULL != c, d = !c;'],
  ['guarded by a test', 'int a = c ? c->fd : -1, b = c != NULL && c->fd > 0;'],
  ['of which the address of what holds it is made', 'Server *s = container_of(c, Server, conn);'],
  ['a use below the declarations', 'int a;\n    a = c->fd;'],
  ['a parameter of a pointer to a function', 'int (*visit)(int c) = NULL;'],
])('not: %s', async (_, line) => {
  expect(await told(line)).toEqual([]);
});

test('a size, a divisor and an index are uses of a number', async () => {
  const said = await told('int a[n], b = 4 / n, d = table[n];', { assert: 'assert(n > 0);' });
  expect(said.map((one) => one.columns)).toEqual([[11, 23, 36]]);
});

test('not of an assertion that names no parameter, nor with `placement: first`', async () => {
  expect(await told('int a = c->fd;', { assert: 'assert(in_main_thread());' })).toEqual([]);
  expect(await told('int a = c->fd;', { head: 'int n', assert: 'assert(c != NULL);' })).toEqual([]);
  expect(await told('int a = c->fd;', { extra: 'placement: first\n' })).toEqual([]);
});
