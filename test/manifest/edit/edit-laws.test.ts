import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { editManifest } from '../../../src/manifest/edit/edit-manifest.ts';
import type { Beside, ManifestChange } from '../../../src/manifest/edit/manifest-change.ts';
import { displayText } from '../../../src/text/source-text.ts';
import { soundManifest } from '../check-manifest.ts';
import { drawnManifest } from './drawn-manifest.ts';

// That the edited text says what it should is checked in every run of `editManifest`, which throws if not.
test('an edit changes the lines that it has to, and no byte of any other', () => {
  fc.assert(
    fc.property(drawnManifest, ({ yaml, changes, expected }) => {
      const outcome = editManifest(soundManifest(yaml), changes);
      if (outcome.kind !== 'edited') throw new Error(outcome.finding.message);
      const text = displayText(outcome.manifest.source.text);
      expect(linesOf(text)).toEqual(linesOf(expected.join('\n')));
      expect(/(?<!\r)\n/.test(text)).toBe(/(?<!\r)\n/.test(yaml));
    }),
    { numRuns: 300, seed: 20260801 },
  );
});

const separator = fc.constantFrom(
  ', ',
  ',',
  ' , ',
  ',\n   ',
  ', # c {\n  ',
  '\n  , ',
  ' # d, e\n  , ',
  ',\n\n  # above\n  ',
);
const written = fc.constantFrom('io', "'io'", '"io"', '{ part: io }', '{}', '', '{ # open\n    assert: false }');

const flowEntry = fc.record({
  separator,
  value: written,
  key: fc.constantFrom('', '"', "'"),
  fate: fc.constantFrom('stays', 'goes', 'goes', 'assigned'),
});

const flowFrame = fc.record({
  open: fc.constantFrom('{', '{ ', '{\n  ', '{ # all\n  '),
  close: fc.constantFrom('}', ' }', ',}', ', }', '\n }', ',\n }', ' # last\n }', ', # last\n }'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
});

const flowAdded = fc.array(fc.record({ beside: fc.nat({ max: 9 }), side: fc.constantFrom('behind', 'before') }), {
  maxLength: 3,
});

test('a flow mapping of any layout says after an edit what it should, and nothing around it changes', () => {
  fc.assert(
    fc.property(
      flowFrame,
      fc.array(flowEntry, { maxLength: 5 }),
      flowAdded,
      ({ open, close, lineEnd }, entries, news) => {
        const body = entries.map(({ separator: comma, value, key }, at) => {
          const colon = value === '' && key === '' ? '' : `: ${value}`;
          return `${at === 0 ? '' : comma}${key}e${at}${key}${colon}`;
        });
        const end = entries.length === 0 ? close.replace(',', '') : close;
        const [head, tail] = [
          'version: 1\nheader: a.h\nparts: {io: {}, gs: {}}\n',
          '\n# end\ndeclarations: { X: io }\n',
        ];
        const yaml = `${head}prototypes: ${open}${body.join('')}${end}${tail}`.replaceAll('\n', lineEnd);
        const kept = entries.flatMap(({ fate }, at) => (fate === 'goes' ? [] : [`e${at}`]));
        const changes = entries.flatMap(({ fate }, at): ManifestChange[] => {
          const one = { section: 'prototypes', name: `e${at}`, was: null } as const;
          if (fate === 'goes') return [{ kind: 'remove', ...one }];
          return fate === 'stays' ? [] : [{ kind: 'assign', ...one, part: 'gs' }];
        });
        for (const [at, { beside, side }] of news.entries()) {
          const name = kept[beside % (kept.length + 1)];
          const place: Beside = name === undefined ? null : { side: side === 'behind' ? side : 'before', name };
          changes.push({ kind: 'add', section: 'prototypes', name: `n${at}`, part: 'gs', beside: place });
        }
        const outcome = editManifest(soundManifest(yaml), changes);
        if (outcome.kind !== 'edited') throw new Error(outcome.finding.message);
        const { text } = outcome.manifest.source;
        expect(text.startsWith(`${head}prototypes:`.replaceAll('\n', lineEnd))).toBe(true);
        expect(text.endsWith(tail.replaceAll('\n', lineEnd))).toBe(true);
        expect(text.match(/# above/g)?.length).toBe(yaml.match(/# above/g)?.length);
      },
    ),
    { numRuns: 400, seed: 20260802 },
  );
});

function linesOf(text: string): string[] {
  return text.replaceAll('\r\n', '\n').replace(/\n+$/, '').split('\n').map(withoutComma).map(withoutColumn);
}

/** A comment behind an assigned part keeps its column where others stand in it too. */
function withoutColumn(line: string): string {
  return line.replace(/ +(?=# (?:why|a, b: c|p)$)/, ' ');
}

/** The last entry of a flow mapping may gain or lose its comma. */
function withoutComma(line: string): string {
  return line.replace(/,(?=(?: *# (?:why|a, b: c))?$)/, '');
}
