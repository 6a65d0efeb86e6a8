import { expect, test } from '@jest/globals';
import { checkEditedBody } from '../../src/edits/check-edited-body.ts';
import { commonAnnotations } from '../../src/parse/declarations/annotations.ts';
import { span } from '../../src/text/span.ts';

const ASSERT = 'ASSERT(x);';

/** What is said of an assertion put at `@`, with the line end or blank that follows. */
async function inserted(marked: string, statement = ASSERT) {
  const at = marked.indexOf('@');
  const text = marked.replace('@', '');
  const edit = { span: span(at, at), insert: `${statement} `, removed: null, statement };
  return checkEditedBody(text, span(0, text.length), [edit], commonAnnotations);
}

test.each([
  '{ @return 1; }',
  '{ int a; @f(a); }',
  '{ int a;\n#ifdef X\n int b;\n#endif\n@f(a); }',
  '{ f(); @out: g(); }',
  '{ int a; @for_each(b) f(b); }',
])('both agree: %j', async (marked) => {
  expect(await inserted(marked)).toBe('grammar');
});

test.each(['{ @FOREACH(a, b) { f(a); } }', '{ int a = TYPE int; @f(a); }', '{ int a; @BEGIN f(a); END }'])(
  'where the grammar cannot read the body, the tokens decide: %j',
  async (marked) => {
    expect(await inserted(marked)).toBe('tokens');
    expect(await inserted(marked.replace('@', '').replace(' }', ' if (a) @f(); }'))).toBeNull();
  },
);

test.each([
  '{ if (a) @f(); }',
  '{ if (a) f(); else @g(); }',
  '{ if (a) { f(); @} }',
  '{ while (a) @f(); }',
  '{ do @f(); while (a); }',
  '{ return a ? b : @c; }',
  '{ for_each(a)\n @f(a); }',
  '{ unless (a)\n @b = 7; }',
  '{ #define A\n @f(); }',
  '{ int a[] = { @1 }; }',
  '{ /* @ */ f(); }',
  '{ f("@"); }',
  '{ // a @\n f(); }',
])('no place for a statement: %j', async (marked) => {
  expect(await inserted(marked)).toBeNull();
});

test('nothing stands before an else', async () => {
  expect(await inserted('{ IF(a) { f(); } @else g(); }')).toBeNull();
});

test('an assertion that swallows what follows it', async () => {
  expect(await inserted('{ @return 1; }', 'ASSERT(x); //')).toBeNull();
});

test.each<[text: string, statement: string | null, verdict: 'grammar' | null]>([
  ['{ int a; OLD(); f(a); }', null, 'grammar'],
  ['{ int a; OLD(); f(a); }', ASSERT, 'grammar'],
  ['{\n#ifdef X\nOLD();\n#endif\n f(a); }', ASSERT, 'grammar'],
  ['{ out: OLD(); f(); }', ASSERT, 'grammar'],
  ['{ if (a) OLD(); else f(); }', ASSERT, null],
])('what is taken out of %j for %j', async (text, statement, verdict) => {
  const removed = span(text.indexOf('OLD'), text.indexOf('OLD') + 'OLD();'.length);
  const edit = { span: removed, insert: statement ?? '', removed, statement };
  expect(await checkEditedBody(text, span(0, text.length), [edit], commonAnnotations)).toBe(verdict);
});
