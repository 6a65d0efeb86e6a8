import { expect, test } from '@jest/globals';
import { planSeries } from '../../../src/series/plan-series.ts';
import { memoryTree } from '../../../src/text/tree.ts';
import { usersOfManifests } from '../../../src/users/users-of-manifests.ts';
import { manifestOf, seriesOf } from '../demo-project.ts';
import { madePatches, replay } from '../replay.ts';
import { manifest, project } from './users-project.ts';

const HEADERS = 'api: include less of api.h in headers: include/dev.h net/c.inc.c';

const groups: readonly (readonly [group: string, patches: readonly string[]])[] = [
  [
    'folder',
    [
      'disk: include what is needed of api.h: disk/both.c disk/open.c disk/read.c',
      'net: include what is needed of api.h: net/a.c net/c.c net/d.c',
      'treewide: include what is needed of api.h: main.c',
    ],
  ],
  [
    'maintainers',
    [
      'Disks: include what is needed of api.h: disk/both.c disk/open.c disk/read.c main.c',
      'net: include what is needed of api.h: net/a.c net/c.c',
      'net/d: include what is needed of api.h: net/d.c',
    ],
  ],
  [
    'one',
    ['treewide: include what is needed of api.h: disk/both.c disk/open.c disk/read.c main.c net/a.c net/c.c net/d.c'],
  ],
];

test.each(groups)('by %s: each patch touches its group, and nothing is left to do', async (group, expected) => {
  const tree = memoryTree(project);
  const manifests = [manifestOf(`${manifest}users: { rewrite: all }\n`)];
  const plan = await planSeries({ tree, manifests, series: seriesOf(`users: { group: ${group} }\n`) });
  const told = madePatches(plan).map(
    ({ subject, changes }) => `${subject}: ${changes.map(({ path }) => path).join(' ')}`,
  );
  expect(told.slice(1)).toEqual([...expected, HEADERS]);
  expect(usersOfManifests(replay(tree, plan), manifests).changes).toEqual([]);
});

test('titles of groups differ, whatever MAINTAINERS calls its sections', async () => {
  const sections = ['A', 'B'].map(
    (who) => `Same\nM: ${who}\nF: net/${who.toLowerCase()}.c\nF: disk/${who === 'A' ? 'open' : 'read'}.c\n`,
  );
  const tree = memoryTree({ ...project, MAINTAINERS: sections.join('\n') });
  const manifests = [manifestOf(`${manifest}users: { rewrite: all }\n`)];
  const { patches } = await planSeries({ tree, manifests, series: seriesOf('users: { group: maintainers }\n') });
  const subjects = patches.map((patch) => (patch.kind === 'made' ? patch.subject : ''));
  expect(new Set(subjects).size).toBe(subjects.length);
});
