import { expect, test } from '@jest/globals';
import { assertionReason, quotesSame, toldOnce } from '../../../src/series/reasons/assertion-reason.ts';
import { memoryTree } from '../../../src/text/tree.ts';
import { manifestOf } from '../demo-project.ts';

const lock = `/* MIT */
#ifndef LOCK_H
#define LOCK_H
/**
 * have_lock: Whether the caller holds
 * the lock.
 *
 * Nobody else may ask.
 */
int have_lock(void);
/* Says that the function is called in the main thread. */
#define MAIN_CODE() do { } while (0)
int undocumented(void);
#endif
`;
const tree = memoryTree({ 'include/lock.h': lock });

function reasonOf(part: string) {
  const yaml = `version: 1\nheader: x.h\nparts:\n  common: {}\n  graph: ${part}\nprototypes: {}\n`;
  return assertionReason(
    manifestOf(yaml).parts.filter(({ assert }) => assert !== null),
    tree,
  );
}

test('the words of the manifest come first', () => {
  const part = '{ assert: have_lock();, banner: Changes things., assert_why: Without the lock the list breaks. }';
  expect(reasonOf(part)).toMatchObject({ before: ['Without the lock the list breaks.'], after: [] });
});

test('what is said of one part is not said of the others', () => {
  const why = '{ assert: have_lock();, assert_why: Without the lock the list breaks. }\n  io: { assert: free(); }';
  const after = ['On the functions of x-graph.h:', '', '  Without the lock the list breaks.'];
  expect(reasonOf(why)).toMatchObject({ before: [], after });
});

test.each([
  ['"Graph API. These functions take the lock."', 'These functions take the lock.'],
  ['"Graph API.\\n\\nThese functions take the lock.\\n\\nAnd more."', 'These functions take the lock.'],
  ['"Graph API: drivers.\\n\\nCallers hold the lock."', 'Callers hold the lock.'],
  [
    '"Control of one thread.\\n\\nCalling them in an interrupt is a bug."',
    'Control of one thread.\n\n  Calling them in an interrupt is a bug.',
  ],
])('what the banner %s says', (banner, said) => {
  const reason = reasonOf(`{ assert: have_lock();, banner: ${banner} }`);
  expect(reason?.before).toEqual([]);
  expect(reason?.after.join('\n')).toBe(`x-graph.h says of its functions:\n\n  ${said}`);
});

test.each([
  ['assert(have_lock());', 'have_lock', 'Whether the caller holds the lock.'],
  ['MAIN_CODE();', 'MAIN_CODE', 'Says that the function is called in the main thread.'],
])('how the tree documents %s', (statement, name, said) => {
  const reason = reasonOf(`{ assert: ${statement}, assert_include: lock.h, banner: Graph API. }`);
  expect(reason?.after).toEqual([`lock.h says of ${name}():`, '', `  ${said}`]);
});

test('nothing says it', () => {
  expect(reasonOf('{ assert: undocumented();, assert_include: lock.h }')).toBeNull();
  expect(reasonOf('{ assert: have_lock();, banner: Graph API. }')).toBeNull();
  expect(reasonOf('{ assert: have_lock();, banner: Connections and responses. }')).toBeNull();
  expect(reasonOf('{ assert: have_lock();, banner: "Graph API: links and nodes" }')).toBeNull();
  expect(reasonOf('{ assert: have_lock();, banner: "Connections.\\n\\nOpen and close them." }')).toBeNull();
});

test('a section of a file that others share is called by its name', () => {
  const reason = reasonOf('{ assert: have_lock();, into: common, banner: Callers hold the lock. }');
  expect(reason?.after[0]).toBe('x-common.h says of its graph functions:');
});

test('a title gives way to what the tree says of the call', () => {
  const reason = reasonOf('{ assert: MAIN_CODE();, assert_include: lock.h, banner: Connections and responses. }');
  expect(reason?.after[0]).toBe('lock.h says of MAIN_CODE():');
});

test('a second header whose file has the same words refers to the first', () => {
  const [one, other] = ['x.h', 'y.h'].map((header) => {
    const yaml = `version: 1\nheader: ${header}\nparts:\n  common: {}\n  graph: { assert: have_lock();, banner: Callers hold the lock. }\nprototypes: {}\n`;
    const reason = assertionReason(manifestOf(yaml).parts.slice(1), tree);
    if (reason === null) throw new Error('no reason');
    return reason;
  });
  if (one === undefined || other === undefined) throw new Error('two headers');
  expect(quotesSame(one, other)).toBe(true);
  expect(toldOnce(other, true).after).toEqual(['See the comment in y-graph.h for the reason.']);
  expect(toldOnce(one, false)).toBe(one);
});
