import { expect, test } from '@jest/globals';
import { findDefinitions } from '../../../src/model/bodies/definitions.ts';
import { noMacros } from '../../../src/model/bodies/file-macros.ts';
import { commonAnnotations } from '../../../src/parse/declarations/annotations.ts';
import { takeBack } from '../../../src/regenerate/assertions/earlier-body.ts';
import { reassertBody } from '../../../src/regenerate/assertions/reassert-body.ts';
import { applyEdits } from '../../../src/text/text-edit.ts';

const vocabulary = { annotations: commonAnnotations, declarationMacros: [], macros: noMacros };
const wish = (assert: string | null) => ({ assert, placement: 'after-declarations' as const });
const known = ['GRAPH();', 'IO();'];

function bodyOf(text: string) {
  const [definition] = findDefinitions(text, new Set(['f']), commonAnnotations).definitions;
  if (!definition) throw new Error('no f()');
  return definition;
}

function fileOf(text: string) {
  return { text, ...findDefinitions(text, new Set(['f']), commonAnnotations) };
}

/** The text after a change of the assertion, and the one that taking the change back makes of it; null for none. */
async function thereAndBack(earlier: string, from: string | null, to: string | null, byHand = (text: string) => text) {
  const there = { was: wish(from), now: wish(to), isReassigned: true, known, vocabulary, before: () => 0 };
  const changed = await reassertBody({ path: 'f.c', text: earlier }, bodyOf(earlier), there);
  if (changed === 'older') throw new Error('the body does not hold its assertion');
  const text = byHand(applyEdits(earlier, changed.edits));
  const back = { ...there, was: there.now, now: there.was };
  const edit = await takeBack({ path: 'f.c', text }, bodyOf(text), back, fileOf(earlier));
  return { text, back: edit === null ? null : applyEdits(text, [edit]) };
}

const paragraphs = [
  'void f(void)\n{\n    int a = 0;\n    GRAPH();\n\n    g(a);\n}\n',
  'void f(void)\n{\n    g(0);\n    GRAPH();\n    h();\n}\n',
  'void f(void)\n{\n    int a = 0;\n\n\n    GRAPH();\n    g(a);\n}\n',
];

test.each(paragraphs)('an assertion comes back to its place, with the blank lines around it: %j', async (earlier) => {
  expect((await thereAndBack(earlier, 'GRAPH();', null)).back).toBe(earlier);
  expect((await thereAndBack(earlier, 'GRAPH();', 'IO();')).back).toBe(earlier);
});

test('a body that a person changed since stays as it is', async () => {
  const [earlier = ''] = paragraphs;
  const edited = await thereAndBack(earlier, 'GRAPH();', null, (text) => text.replace('g(a)', 'g(a + 1)'));
  expect(edited.back).toBeNull();
});

test('a body that never held what is asked is no place to go back to', async () => {
  const earlier = 'void f(void)\n{\n    g(0);\n}\n';
  const body = bodyOf(earlier);
  const wishes = { was: wish(null), now: wish('GRAPH();'), isReassigned: true, known, vocabulary, before: () => 0 };
  expect(await takeBack({ path: 'f.c', text: earlier }, body, wishes, fileOf(earlier))).toBeNull();
});
