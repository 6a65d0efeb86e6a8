import { expect, test } from '@jest/globals';
import { defaultSeries, type SeriesSettings } from '../../src/manifest/series/series-file.ts';
import { type CoverInput, coverLetter } from '../../src/series/cover-letter.ts';
import { planSeries } from '../../src/series/plan-series.ts';
import { demoManifest, demoTree, seriesOf } from './demo-project.ts';
import { diskManifest, netManifest, twoHeadersTree } from './two-headers.ts';

const run = {
  version: '0.1.0',
  commandLine: ['header-split', 'series', '-o', 'out', 'volume.yaml'],
  from: null,
  uncommitted: [],
  checks: [],
};

async function demoLetter(series: SeriesSettings, more: Partial<CoverInput> = {}) {
  const plan = await planSeries({ tree: demoTree(), manifests: [demoManifest()], series });
  return coverLetter({ plan, series, run, blame: [], previous: null, ...more });
}

test('what the tool knows of the demo', async () => {
  expect(await demoLetter(defaultSeries)).toEqual({
    subject: 'Split volume.h into common, graph and io',
    body: `*** BLURB HERE ***

What belongs to which part
==========================

common
  Takes types, macros and whatever else is not a function, unless the
  manifest assigns it to another part.

graph
  Graph API: drivers, the list of volumes, and what changes a volume.

  These functions run in the main loop, under the big lock. Each asserts
  that its caller holds it.
  May call graph, io and common.
  Definitions assert: assert(big_lock_held());

io
  I/O API: requests and questions.

  These functions are thread-safe. They must not call the graph API.

Parts in figures
================

include/volume.h
  part    prototypes  assertions  in files  part file
  common           0           -         -  volume-common.h
  graph           11          13         3  volume-graph.h
  io              10           -         -  volume-io.h
  total           21          13         3

What to look at
===============

Line numbers are those before the patch in question.

Comments that stand in several files now:
- include/volume.h, lines 78 and 104: this section comment goes to
  'graph', 'io'
- include/volume.h:82: this heading goes to 'graph', 'io'
- include/volume.h:114: this comment on several functions goes to
  'graph', 'io'

Macros and inline functions that reach across parts:
- include/volume.h:24: 'VOLUME_READ_STRUCT' of part 'common' uses
  'volume_pread' of part 'io': VOLUME_READ_STRUCT -> volume_pread

Files that name a header without including it:
- Makefile: names include/volume.h

Initialisers that run before the assertion, by what they call:
- volume_length() of part io: volume_snapshot()
- find_link(): volume_close()

What was checked
================

- Each declaration and directive of a header stands in exactly one of
  the files that it became, token for token and behind the same
  conditions, of each comment there is a copy, and no code is new but
  guards and includes of part files.

Nothing was compiled or run.

How it was made
===============

Split and assertions were made by header-split 0.1.0:

  header-split series -o out volume.yaml

It moves text and formats nothing.
`,
  });
});

test('motivation, changes since the last version, blame, and checks of the command', async () => {
  const series = seriesOf(`cover:
  title: "{{names}}: {{prototypes}} functions é"
  body: |
    The graph API wants the big lock, and nothing says so: {{assertions}} assertions in {{parts}} do now.

    See docs/é.txt
`);
  const { subject, body } = await demoLetter(series, {
    run: {
      ...run,
      from: '36c7965',
      uncommitted: ['volume.yaml'],
      checks: ['After each split patch `check --only headers` found nothing.'],
    },
    blame: [
      { path: 'include/volume-graph.h', moved: 50, traced: 49, short: 1 },
      { path: 'include/volume-io.h', moved: 150, traced: 150, short: 0 },
    ],
    previous: { version: 1, changelog: ['moved to io: volume_find'] },
  });
  expect(subject).toBe('volume.h: 21 functions \xc3\xa9');
  expect(
    body.slice(0, body.indexOf('What belongs')),
  ).toBe(`The graph API wants the big lock, and nothing says so: 13 assertions in
common, graph and io do now.

See docs/\xc3\xa9.txt

Changes since v1:
- moved to io: volume_find

`);
  expect(body.slice(body.indexOf('What git blame sees'))).toBe(`What git blame sees
===================

Lines that moved, and how many of them \`git blame -C -C\` traces to
before the split, looking for them in the header and its part files
alone. Copies of the licence are not counted.

                          moved  traced         too short
  include/volume-graph.h     50      49   98 %          1
  include/volume-io.h       150     150  100 %          0
  total                     200     199   99 %          1

Too short: not traced, as they stand in runs of fewer than the 40
alphanumeric characters that -C looks for.

What was checked
================

- Each declaration and directive of a header stands in exactly one of
  the files that it became, token for token and behind the same
  conditions, of each comment there is a copy, and no code is new but
  guards and includes of part files.
- After each split patch \`check --only headers\` found nothing.

Nothing was compiled or run.

How it was made
===============

Split and assertions were made by header-split 0.1.0, on commit 36c7965:

  header-split series -o out volume.yaml

volume.yaml is not in that commit as used here.

It moves text and formats nothing.
`);
});

test('several headers: parts of one name apart where their rules are, a table each', async () => {
  const input = { tree: twoHeadersTree(), manifests: [diskManifest, netManifest], series: defaultSeries };
  const plan = await planSeries(input);
  const commandLine = [
    'header-split',
    'series',
    '--file',
    "it's here/series.yaml",
    '--subject-prefix',
    'PATCH for-8.0',
    '-o',
    'out',
  ];
  const { subject, body } = coverLetter({
    plan,
    series: defaultSeries,
    run: { ...run, commandLine },
    blame: [],
    previous: null,
  });
  expect(subject).toBe('Split disk.h and net.h');
  expect(body.slice(0, body.indexOf('What to look at'))).toBe(`*** BLURB HERE ***

What belongs to which part
==========================

common (disk.h)
  Takes types, macros and whatever else is not a function, unless the
  manifest assigns it to another part.

graph
  Definitions assert: assert(locked());

io (disk.h)
  Definitions assert: assert(in_thread());

Parts in figures
================

include/disk.h
  part    prototypes  assertions  in files  part file
  common           1           -         -  disk-common.h
  graph            1           2         1  disk-graph.h
  io               1           1         1  disk-io.h
  total            3           3         1

include/net.h
  part   prototypes  assertions  in files  part file
  graph           2           2         2  net-graph.h
  total           2           2         2

`);
  expect(body).toContain(`
  header-split series --file 'it'\\''s here/series.yaml' \\
      --subject-prefix 'PATCH for-8.0' -o out
`);
});

test('nothing changed since the last version', async () => {
  const { body } = await demoLetter(defaultSeries, { previous: { version: 2, changelog: [] } });
  expect(body.startsWith('*** BLURB HERE ***\n\nChanges since v2:\n- nothing in the manifests\n\nWhat belongs')).toBe(
    true,
  );
});
