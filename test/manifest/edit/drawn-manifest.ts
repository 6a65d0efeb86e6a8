import fc from 'fast-check';
import type { ManifestChange } from '../../../src/manifest/edit/manifest-change.ts';

/** A manifest as a person may have written it, changes of it, and the lines that it then has (without line ends). */
export type DrawnManifest = {
  readonly yaml: string;
  readonly changes: readonly ManifestChange[];
  readonly expected: readonly string[];
};

type Style = 'block' | 'flow';
type Fate = 'stays' | 'goes' | 'assigned';

type Entry = {
  readonly name: string;
  readonly quote: string;
  readonly form: number;
  readonly part: string;
  readonly trailing: string;
  /** Lines above it: blank ones and comments. */
  readonly above: readonly string[];
  /** In a block: a comment below it that is indented deeper. */
  readonly deeper: boolean;
  readonly fate: Fate;
};

type Added = {
  readonly name: string;
  readonly part: string;
  readonly beside: number;
  readonly side: 'behind' | 'before';
};

type Frame = {
  readonly style: Style;
  readonly lineEnd: string;
  readonly indent: number;
  readonly head: string;
  readonly endsInNewline: boolean;
  readonly tail: readonly string[];
};

const part = fc.constantFrom('graph', 'io');
const filler = fc.array(fc.constantFrom('', '# a heading', '# of e1, { and "more'), { maxLength: 3 });

const entry = fc.record({
  quote: fc.constantFrom('', '', '"', "'"),
  form: fc.nat({ max: 6 }),
  part,
  trailing: fc.constantFrom('', '', ' # why', '  # a, b: c'),
  above: filler,
  deeper: fc.boolean(),
  fate: fc.constantFrom<Fate>('stays', 'stays', 'goes', 'assigned'),
});

const added = fc.record({ part, beside: fc.nat({ max: 9 }), side: fc.constantFrom('behind', 'before') });

const frame = fc.record({
  style: fc.constantFrom<Style>('block', 'flow'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  indent: fc.integer({ min: 1, max: 4 }),
  head: fc.constantFrom('', '', ' # each of them', ' &all'),
  endsInNewline: fc.boolean(),
  tail: fc.constantFrom([], ['', 'declarations: { X: io }'], ['# end'], ['functions:', '  a.c: {f: io}', '']),
});

export const drawnManifest: fc.Arbitrary<DrawnManifest> = fc
  .tuple(frame, fc.array(entry, { minLength: 1, maxLength: 6 }), fc.array(added, { maxLength: 4 }))
  .map(([theFrame, entries, news]) =>
    draw(
      theFrame,
      entries.map((one, index) => ({ ...one, name: `e${index}` })),
      news.map((one, index) => ({
        ...one,
        side: one.side === 'behind' ? 'behind' : 'before',
        name: ['n0', 'no', 'y', 'n1'][index] ?? '',
      })),
    ),
  );

function draw(theFrame: Frame, entries: readonly Entry[], news: readonly Added[]): DrawnManifest {
  const { style, lineEnd, endsInNewline } = theFrame;
  const kept = entries.filter(({ fate }) => fate !== 'goes');
  const sites = news.map((one) => ({ ...one, beside: kept[one.beside % (kept.length + 1)]?.name ?? null }));
  const changes: ManifestChange[] = [
    ...entries.flatMap(({ name, fate, part: was }): ManifestChange[] => {
      if (fate === 'goes') return [{ kind: 'remove', section: 'prototypes', name, was }];
      return fate === 'stays' ? [] : [{ kind: 'assign', section: 'prototypes', name, part: other(was), was }];
    }),
    ...sites.map(({ name, part: its, beside, side }): ManifestChange => {
      const at = beside === null ? null : { side, name: beside };
      return { kind: 'add', section: 'prototypes', name, part: its, beside: at };
    }),
  ];
  const old = entries.flatMap((one) => [...aboveOf(theFrame, one), ...ownLines(theFrame, one, one.part, false)]);
  const newLine = ({ name, part: its }: Pick<Added, 'name' | 'part'>): string =>
    `${' '.repeat(theFrame.indent)}${/^(?:no|y)$/.test(name) ? `"${name}"` : name}: ${its}`;
  const last = kept.at(-1)?.name;
  const now = entries.flatMap((one, index) => {
    const above = aboveOf(theFrame, one);
    const comments = above.length - 1 - above.lastIndexOf('');
    const at = (side: string): string[] =>
      sites
        .filter((site) =>
          site.beside === one.name
            ? site.side === side
            : side === 'behind' && site.beside === null && one.name === last,
        )
        .map(newLine);
    const alone = kept.length === 0 && index === entries.length - 1 ? sites.map(newLine) : [];
    if (one.fate === 'goes') return [...above, ...alone];
    const own = ownLines(theFrame, one, one.fate === 'assigned' ? other(one.part) : one.part, one.fate === 'assigned');
    const split = style === 'block' ? above.length - comments : 0;
    return [...above.slice(0, split), ...at('before'), ...above.slice(split), ...own, ...at('behind')];
  });
  const isEmptied = kept.length === 0 && news.length === 0;
  const whole = [...START, ...section(theFrame, old, false), ...theFrame.tail];
  return {
    yaml: whole.join(lineEnd) + (endsInNewline ? lineEnd : ''),
    changes,
    expected: [...START, ...section(theFrame, now, isEmptied), ...theFrame.tail],
  };
}

const START: readonly string[] = ['version: 1', 'header: a.h # daß', 'parts: {common: {}, graph: {}, io: {}}', ''];

function section({ style, head }: Frame, lines: readonly string[], isEmptied: boolean): readonly string[] {
  if (style === 'flow') return [`prototypes: {${head.startsWith(' #') ? head : ''}`, ...lines, ' }'];
  const anchor = head.startsWith(' &') ? head : '';
  return [`prototypes:${anchor}${isEmptied ? ' {}' : ''}${anchor === '' ? head : ''}`, ...lines];
}

function aboveOf({ indent }: Frame, { above }: Entry): readonly string[] {
  return above.map((line) => (line === '' ? '' : ' '.repeat(indent) + line));
}

function ownLines(
  theFrame: Frame,
  { name, quote, form, trailing, deeper }: Entry,
  its: string,
  isNew: boolean,
): readonly string[] {
  const { style, indent } = theFrame;
  const blanks = ' '.repeat(indent);
  const inner = ' '.repeat(indent + 2);
  const key = `${quote}${name}${quote}`;
  const values: readonly string[] = [
    `${key}: ${its}`,
    `${key}: "${its}"`,
    isNew ? `${key}: ${its}` : `${key}:`,
    `${key}: { part: ${its}, assert: false, why: "x, y" }`,
    `${key}: {assert: false, part: '${its}' }`,
    isNew ? `${key}: { part: ${its}, comment: own }` : `${key}: { comment: own }`,
    `${key}: ${its}`,
  ];
  const first = `${blanks}${values[form] ?? ''}`;
  const below = style === 'block' && deeper ? [`${inner}# more`] : [];
  if (style === 'flow') return [`${first},${trailing}`];
  if (form !== 6) return [first + trailing, ...below];
  return [`${blanks}${key}:${trailing}`, `${inner}why: x`, `${inner}part: ${its} # p`, ...below];
}

function other(its: string): string {
  return its === 'io' ? 'graph' : 'io';
}
