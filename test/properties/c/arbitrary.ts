import fc from 'fast-check';
import type { Block, CommentDraft, Content, DefinitionDraft, HeaderDraft, PartsDraft, ProjectDraft } from './draft.ts';
import { brackets, conditions, forms, inlineBodies } from './forms.ts';
import { shapes } from './shapes.ts';
import { assertions, includePaths } from './support.ts';

/** Headers with everything that a header is known to hold, their sources, and parts for them. */
export function projects(): fc.Arbitrary<ProjectDraft> {
  return fc.record({ header: headers(), parts: partsDrafts() });
}

function headers(): fc.Arbitrary<HeaderDraft> {
  return fc.record({
    licence: fc.nat(3),
    guard: oneOf([12, 'ifndef'], [3, 'not-defined'], [3, 'once'], [1, 'none']),
    closes: fc.boolean(),
    includes: fc.array(fc.record({ path: pathOfInclude(), comment: comments(), blank: fc.boolean() }), {
      maxLength: 3,
    }),
    blocks: fc.array(topLevelBlocks(), { minLength: 1, maxLength: 18, size: 'max' }),
    lines: fc.record({
      end: oneOf([8, '\n'], [1, '\r\n']),
      indent: oneOf([4, 'blanks'], [1, 'tabs']),
      lastLine: oneOf([8, 'ended'], [1, 'open']),
    }),
  });
}

function partsDrafts(): fc.Arbitrary<PartsDraft> {
  const part = fc.record({
    into: fc.option(fc.nat(9), { freq: 2 }),
    assert: fc.option(fc.nat(assertions.length - 1)),
    banner: fc.option(fc.nat(9)),
    ownFile: oneOf([4, false], [1, true]),
    ownGuard: oneOf([4, false], [1, true]),
  });
  return fc.record({
    parts: fc.array(part, { minLength: 1, maxLength: 3, size: 'max' }),
    wrapperBanner: fc.boolean(),
    placement: oneOf([4, 'after-declarations'], [1, 'first']),
    definitions: oneOf([2, 'without-stubs'], [1, 'all']),
  });
}

/** The last of the include paths leads back to the header; that is rare. */
function pathOfInclude(): fc.Arbitrary<number> {
  const last = includePaths.length - 1;
  return fc.oneof({ weight: 9, arbitrary: fc.nat(last - 1) }, { weight: 1, arbitrary: fc.constant(last) });
}

const partOf = fc.nat(9);
const within = (list: readonly unknown[]): fc.Arbitrary<number> => fc.nat(list.length - 1);

function functions(): fc.Arbitrary<Content> {
  const definition: fc.Arbitrary<DefinitionDraft> = fc.record({
    body: fc.nat(6),
    file: fc.nat(1),
    stub: oneOf([5, false], [1, true]),
    conditional: oneOf([5, false], [1, true]),
  });
  return fc.record({
    kind: fc.constant('function' as const),
    shape: within(shapes),
    part: partOf,
    isAsserted: oneOf([8, true], [1, false]),
    comment: oneOf<'own' | 'section' | null>([8, null], [1, 'own'], [1, 'section']),
    definition: fc.option(definition, { freq: 4, nil: null }),
  });
}

function leaves(): fc.Arbitrary<Content> {
  const declaration = fc.record({
    kind: fc.constant('declaration' as const),
    form: within(forms),
    // Few declarations have a reason to leave the shared part.
    part: oneOf<number | null>([8, null], [1, 0], [1, 1]),
  });
  const inline = fc.record({ kind: fc.constant('inline' as const), body: within(inlineBodies), part: partOf });
  return fc.oneof(
    { weight: 9, arbitrary: functions() },
    { weight: 4, arbitrary: declaration },
    { weight: 1, arbitrary: inline },
  );
}

function topLevelBlocks(): fc.Arbitrary<Block> {
  const simple = blocks(leaves());
  const inside = blocks(
    fc.oneof({ weight: 9, arbitrary: leaves() }, { weight: 1, arbitrary: groups(simple) }, bracketed(simple)),
  );
  const rest: fc.Arbitrary<Content> = fc.oneof(
    fc.record({ kind: fc.constant('both-branches' as const), condition: within(conditions), part: partOf }),
    fc.record({ kind: fc.constant('include' as const), path: pathOfInclude() }),
    fc.record({ kind: fc.constant('self-defining' as const), part: partOf }),
  );
  return blocks(
    fc.oneof(
      { weight: 14, arbitrary: leaves() },
      { weight: 2, arbitrary: groups(inside) },
      { weight: 2, arbitrary: bracketed(inside) },
      { weight: 1, arbitrary: rest },
    ),
  );
}

function groups(inside: fc.Arbitrary<Block>): fc.Arbitrary<Content> {
  const branch = fc.array(inside, { maxLength: 3, size: 'max' });
  return fc.record({
    kind: fc.constant('group' as const),
    condition: within(conditions),
    branches: fc.array(branch, { minLength: 1, maxLength: 3, size: 'max' }),
  });
}

function bracketed(inside: fc.Arbitrary<Block>): fc.Arbitrary<Content> {
  return fc.record({
    kind: fc.constant('bracket' as const),
    bracket: within(brackets),
    blocks: fc.array(inside, { maxLength: 5, size: 'max' }),
  });
}

function blocks(content: fc.Arbitrary<Content>): fc.Arbitrary<Block> {
  return fc.record({
    comment: comments(),
    blank: oneOf([3, 0], [5, 1], [1, 2]),
    trailing: oneOf([10, 'none'], [1, 'block'], [1, 'line']),
    content,
  });
}

function comments(): fc.Arbitrary<CommentDraft> {
  return fc.record({
    kind: oneOf(
      [10, 'none'],
      [3, 'one-line'],
      [3, 'stars'],
      [1, 'slashes'],
      [2, 'doc'],
      [1, 'latin1'],
      [1, 'continued'],
    ),
    detached: oneOf([4, false], [1, true]),
    names: oneOf([2, false], [1, true]),
  });
}

/** One of a few values by weight; the first is what shrinking ends at. */
function oneOf<const T>(...weighted: readonly (readonly [weight: number, value: T])[]): fc.Arbitrary<T> {
  const arbitraries = weighted.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) }));
  return fc.oneof({ withCrossShrink: true }, ...arbitraries);
}
