import { describe, expect, test } from '@jest/globals';
import { diagnostic, severityOf } from '../../src/diagnostics/diagnostic.ts';
import { contentAfter } from '../../src/diff/file-change.ts';
import { defaultSeries } from '../../src/manifest/series/series-file.ts';
import { planSeries } from '../../src/series/plan-series.ts';
import type { SeriesInput } from '../../src/series/series-input.ts';
import { splitTree } from '../../src/split/split-tree.ts';
import { overlayTree } from '../../src/text/overlay-tree.ts';
import { placeOfFile } from '../../src/text/place.ts';
import type { Tree } from '../../src/text/tree.ts';
import { demoManifest, demoTree, manifestOf, seriesOf } from './demo-project.ts';
import { filesOf, madePatches, outline, replay } from './replay.ts';
import { diskManifest, netManifest, twoHeadersTree } from './two-headers.ts';

const demo: SeriesInput = { tree: demoTree(), manifests: [demoManifest()], series: defaultSeries };
const two: SeriesInput = { tree: twoHeadersTree(), manifests: [diskManifest, netManifest], series: defaultSeries };

/** What one run of `apply` makes of the manifests. */
async function applied({ tree, manifests }: SeriesInput): Promise<Tree> {
  let after = tree;
  for (const manifest of manifests) {
    const { headers, assertions } = await splitTree(after, manifest);
    after = overlayTree(
      after,
      new Map([...headers, ...assertions].map((change) => [change.path, contentAfter(change)])),
    );
  }
  return after;
}

const SPLIT_DISK = 'split: include/disk-common.h include/disk-graph.h include/disk-io.h include/disk.h';
const SPLIT_NET = 'split: include/net-graph.h include/net.h';

describe('what goes into which patch', () => {
  test.each<readonly [name: string, yaml: string, expected: readonly string[]]>([
    [
      'split and assertions of each header',
      '',
      [SPLIT_DISK, 'assertions: disk.c', SPLIT_NET, 'assertions: disk.c net.c'],
    ],
    [
      'splits first',
      'order: splits-first\n',
      [SPLIT_DISK, SPLIT_NET, 'assertions: disk.c', 'assertions: disk.c net.c'],
    ],
    [
      'assertions by part',
      'assertions: part\n',
      [SPLIT_DISK, 'assertions graph: disk.c', 'assertions io: disk.c', SPLIT_NET, 'assertions graph: disk.c net.c'],
    ],
    [
      'functions apart, where a manifest lists any',
      'functions: apart\n',
      [SPLIT_DISK, 'assertions: disk.c', 'functions: disk.c', SPLIT_NET, 'assertions: disk.c net.c'],
    ],
    [
      'all of these',
      'order: splits-first\nassertions: part\nfunctions: apart\n',
      [
        SPLIT_DISK,
        SPLIT_NET,
        'assertions graph: disk.c',
        'assertions io: disk.c',
        'functions: disk.c',
        'assertions graph: disk.c net.c',
      ],
    ],
  ])('%s', async (_name, yaml, expected) => {
    const plan = await planSeries({ ...two, series: seriesOf(yaml) });
    expect(plan.findings.filter(({ code }) => code.startsWith('placeholder'))).toEqual([]);
    expect(outline(plan)).toEqual(expected);
    expect(filesOf(replay(two.tree, plan))).toEqual(filesOf(await applied(two)));
  });

  test('the demo, in every order', async () => {
    const wanted = filesOf(await applied(demo));
    for (const order of ['interleaved', 'splits-first']) {
      for (const assertions of ['header', 'part']) {
        for (const functions of ['with', 'apart']) {
          const series = seriesOf(`order: ${order}\nassertions: ${assertions}\nfunctions: ${functions}\n`);
          const plan = await planSeries({ ...demo, series });
          expect(plan.patches).toHaveLength(functions === 'apart' ? 3 : 2);
          expect(filesOf(replay(demo.tree, plan))).toEqual(wanted);
        }
      }
    }
  });
});

test('a patch by part asserts in its part alone, and brings along its include', async () => {
  const plan = await planSeries({ ...two, series: seriesOf('assertions: part\nfunctions: apart\n') });
  const after = madePatches(plan).map(({ changes }) => {
    const change = changes.find(({ path }) => path === 'disk.c');
    const text = change === undefined ? '' : (contentAfter(change) ?? '');
    return ['assert(locked())', 'assert(in_thread())', 'lock.h', 'thread.h'].map((what) => text.split(what).length - 1);
  });
  expect(after).toEqual([
    [0, 0, 0, 0],
    [1, 0, 1, 0],
    [1, 1, 1, 1],
    [2, 1, 1, 1],
    [0, 0, 0, 0],
    [3, 1, 1, 1],
  ]);
});

test('includes stand in the order of the parts, whichever patch needs them first', async () => {
  const yaml = diskManifest.source.text.replace('disk_open: graph', 'disk_open: io');
  const input = { ...two, manifests: [manifestOf(yaml)], series: seriesOf('functions: apart\n') };
  const plan = await planSeries(input);
  const includes = madePatches(plan).map(({ changes }) => {
    const change = changes.find(({ path }) => path === 'disk.c');
    return ((change && contentAfter(change)) ?? '').match(/"\w+\.h"/g) ?? [];
  });
  expect(includes.slice(1)).toEqual([
    ['"disk.h"', '"net.h"', '"thread.h"'],
    ['"disk.h"', '"net.h"', '"lock.h"', '"thread.h"'],
  ]);
  expect(filesOf(replay(two.tree, plan))).toEqual(filesOf(await applied(input)));
});

test('no assertion stands in the patch that moves', async () => {
  const [split, assertions] = madePatches(await planSeries(demo));
  expect(split?.changes.map((change) => contentAfter(change)).join()).not.toContain('assert(');
  expect(assertions?.changes.map((change) => contentAfter(change)).join()).toContain('assert(');
});

test('what another part asserts stays where a person wrote it', async () => {
  const tree = overlayTree(
    two.tree,
    new Map([['disk.c', (two.tree.read('disk.c') ?? '').replace('return 2;', 'assert(locked());\n    return 2;')]]),
  );
  const input = { ...two, tree, manifests: [diskManifest], series: seriesOf('assertions: part\n') };
  const plan = await planSeries(input);
  expect(outline(plan)).toEqual([SPLIT_DISK, 'assertions graph: disk.c', 'assertions io: disk.c']);
  expect(plan.findings.map(({ code, message }) => `${code}: ${message}`)).toContain(
    "assertion-foreign: disk_size() of part 'common' has the assertion of part 'graph'",
  );
  expect(filesOf(replay(tree, plan))).toEqual(filesOf(await applied(input)));
});

test('a header that is already split gets its assertions only', async () => {
  const { headers } = await splitTree(two.tree, diskManifest);
  const tree = overlayTree(two.tree, new Map(headers.map((change) => [change.path, contentAfter(change)])));
  const plan = await planSeries({ ...two, tree, manifests: [diskManifest] });
  expect(outline(plan)).toEqual(['assertions: disk.c']);
});

describe('prerequisites', () => {
  const series = seriesOf(
    'prerequisites:\n  - { mail: a.patch, before: include/net.h }\n  - { commit: HEAD~1 }\n  - { mail: b.patch }\n',
  );

  test('stand where they are put, and the patches behind them are made on what they leave', async () => {
    const seen: string[] = [];
    const applyPrerequisite: NonNullable<SeriesInput['applyPrerequisite']> = async (prerequisite, before) => {
      seen.push(`${before.patches.length} ${before.tree.read('log') ?? ''}`);
      const text = before.tree.read('log') ?? '';
      const after = `${text}x`;
      return {
        kind: 'applied',
        patch:
          prerequisite.kind === 'mail'
            ? { kind: 'mail', path: prerequisite.path.value, text: 'mail' }
            : { kind: 'commit', revision: prerequisite.revision.value },
        changes: [
          text === ''
            ? { kind: 'create', path: 'log', mode: '100755', after }
            : { kind: 'modify', path: 'log', mode: '100755', before: text, after },
          ...(prerequisite.before === null
            ? []
            : [
                {
                  kind: 'modify' as const,
                  path: 'net.c',
                  mode: '100755',
                  before: before.tree.read('net.c') ?? '',
                  after: '#include "net.h"\n\nint net_send(void)\n{\n    return 5;\n}\n',
                },
              ]),
        ],
      };
    };
    const plan = await planSeries({ ...two, series, applyPrerequisite });
    expect(outline(plan)).toEqual([
      'commit HEAD~1',
      'mail b.patch',
      SPLIT_DISK,
      'assertions: disk.c',
      'mail a.patch',
      SPLIT_NET,
      'assertions: disk.c net.c',
    ]);
    expect(seen).toEqual(['0 ', '1 x', '4 xx']);
    const last = madePatches(plan)
      .at(-1)
      ?.changes.find(({ path }) => path === 'net.c');
    expect(last && contentAfter(last)).toContain('return 5;');
    expect(last?.mode).toBe('100755');
  });

  test('one that does not apply stops the run', async () => {
    const refusal = [diagnostic('input-unreadable', 'a.patch cannot be read', placeOfFile('a.patch'))];
    const plan = await planSeries({
      ...two,
      series,
      applyPrerequisite: async () => ({ kind: 'refused', findings: refusal }),
    });
    expect({ patches: plan.patches, findings: plan.findings }).toEqual({ patches: [], findings: refusal });
  });
});

test('text consumers change with the split, or behind it', async () => {
  const make = (after: string) =>
    ({ kind: 'modify', path: 'Makefile', mode: '100644', before: 'HEADERS = include/disk.h\n', after }) as const;
  const told = new Map([['Makefile', 'disk.h becomes disk-io.h']]);
  const list = { kind: 'create', path: 'list', mode: '100644', after: 'disk\n' } as const;
  const plan = await planSeries({
    ...two,
    manifests: [diskManifest],
    planConsumers: async ({ manifest }, tree) => {
      expect(tree.read('include/disk-io.h')).not.toBeNull();
      return {
        withSplit: [make(`# ${manifest.header.value}\n`)],
        own: [list],
        told,
        changed: new Set(),
        unchanged: new Map(),
        findings: [],
      };
    },
  });
  expect(outline(plan)).toEqual([
    SPLIT_DISK.replace('split:', 'split: Makefile'),
    'consumers: list',
    'assertions: disk.c',
  ]);
  const [split, own] = madePatches(plan);
  expect(split?.body).toContain('\nAdjust references to disk.h:\n\n  Makefile: disk.h becomes disk-io.h\n');
  expect({ subject: own?.subject, body: own?.body }).toEqual({
    subject: 'disk: adjust references to disk.h in list',
    body: 'Adjust references to disk.h, which was split:\n\n  list\n',
  });
});

describe('findings', () => {
  async function findingsOf(input: Partial<SeriesInput>): Promise<readonly string[]> {
    const plan = await planSeries({ ...two, ...input });
    expect(plan.patches).toEqual([]);
    return plan.findings
      .filter((finding) => severityOf(finding) === 'error')
      .map(
        ({ code, message, places: [{ place }] }) => `${place.file}:${place.line}:${place.column} ${code}: ${message}`,
      );
  }

  test('a mistake in a template comes once, whatever number of patches it serves', async () => {
    const series = seriesOf(
      "subjects: { split: 'split {{nmae}}', assertions: '{{prts}}' }\ncover: { title: '{{heders}}' }\n",
    );
    expect(await findingsOf({ series })).toEqual([
      "series.yaml:3:27 placeholder-unknown: no placeholder is called 'nmae' here; did you mean 'name'?",
      "series.yaml:3:51 placeholder-unknown: no placeholder is called 'prts' here; did you mean 'parts'?",
      "series.yaml:4:18 placeholder-unknown: no placeholder is called 'heders' here; did you mean 'headers'?",
    ]);
  });

  test('what git am would not give back', async () => {
    const series = seriesOf(
      "subjects: { split: '{{functions}}', assertions: '{{default}}' }\nbodies:\n  split: |\n    From: me\n\n    ---\n    diff -u a b\n     diff -u a b\n    ----\n",
    );
    const found = await findingsOf({ series });
    expect(found).toEqual([
      'series.yaml:3:20 subject-empty: nothing is left of this subject',
      "series.yaml:5:10 message-cut: git am takes the line '---' for the beginning of the patch",
      "series.yaml:5:10 message-cut: git am takes the line 'diff -u a b' for the beginning of the patch",
      "series.yaml:5:10 message-cut: git am takes the first line 'From: me' for a header of the mail",
    ]);
  });

  test('what git am would take for a patch in the cover letter', async () => {
    const series = seriesOf('cover:\n  body: |\n    Why\n    ---\n    Index: a\n    diff - b\n     --- c\n');
    expect(await findingsOf({ series })).toEqual(
      ['---', 'Index: a', 'diff - b'].map(
        (line) => `series.yaml:4:9 message-cut: git am takes the line '${line}' for the beginning of the patch`,
      ),
    );
  });

  test('a header that no manifest splits', async () => {
    const series = seriesOf(
      'prerequisites: [{ mail: a, before: include/dsk.h }]\nconsumers: [{ file: a, header: b }]\n',
    );
    expect(await findingsOf({ series })).toEqual([
      "series.yaml:3:36 series-header-unknown: no manifest of the series splits 'include/dsk.h'; did you mean 'include/disk.h'?",
      "series.yaml:4:32 series-header-unknown: no manifest of the series splits 'b'; they split include/disk.h, include/net.h",
    ]);
  });

  test('a manifest that cannot be carried out stops the run at its header', async () => {
    const manifest = manifestOf('version: 1\nheader: include/no.h\nparts: { common: {} }\n');
    expect(await findingsOf({ manifests: [diskManifest, manifest] })).toEqual([
      "split.yaml:2:9 file-missing: the tree has no header 'include/no.h'",
    ]);
  });

  test("that the series' own files name a header is none", async () => {
    const consumers = async (ownFiles: ReadonlySet<string>) => {
      const { findings } = await planSeries({ ...two, ownFiles });
      return findings.filter(({ code }) => code === 'text-consumer').map(({ places: [{ place }] }) => place.file);
    };
    expect(await consumers(new Set())).toEqual(['Makefile', 'disk.yaml']);
    expect(await consumers(new Set(['disk.yaml']))).toEqual(['Makefile']);
  });
});
