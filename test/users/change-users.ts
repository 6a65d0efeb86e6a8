import { contentAfter } from '../../src/diff/file-change.ts';
import { parseManifest } from '../../src/manifest/parse-manifest.ts';
import { memoryTree } from '../../src/text/tree.ts';
import type { LostUsers } from '../../src/users/lost/follow-moved.ts';
import { type UsersOutcome, usersOfManifests } from '../../src/users/users-of-manifests.ts';

/** A header that is split: `io` and `graph` beside what they share. */
export const split = {
  'include/b.h': '#ifndef B_H\n#define B_H\n#include "b-common.h"\n#include "b-graph.h"\n#include "b-io.h"\n#endif\n',
  'include/b-common.h':
    '#ifndef B_COMMON_H\n#define B_COMMON_H\ntypedef struct Node Node;\nstruct Node { int id; };\n#define B_MAX 4\n#endif\n',
  'include/b-graph.h':
    '#ifndef B_GRAPH_H\n#define B_GRAPH_H\n#include "b-common.h"\nvoid b_add(Node *n);\nvoid b_del(Node *n);\n#endif\n',
  'include/b-io.h':
    '#ifndef B_IO_H\n#define B_IO_H\n#include "b-common.h"\nint b_read(Node *n);\n#define B_READ(n) b_read(n)\n#endif\n',
};

const head = 'version: 1\nheader: include/b.h\nprototypes: { b_add: graph, b_del: graph, b_read: io }\n';

/** What becomes of `files` beside the header: the changed ones, null for one that goes; and the codes with their files. */
export function changeUsers(
  files: Readonly<Record<string, string>>,
  users = 'users: { rewrite: all }\n',
  lost: LostUsers = { kind: 'leave' },
  links: Readonly<Record<string, string>> = {},
  parts = 'parts: { common: {}, graph: {}, io: {} }\n',
): {
  readonly changed: Record<string, string | null>;
  readonly codes: readonly string[];
  readonly outcome: UsersOutcome;
} {
  const { manifest, findings } = parseManifest({ path: 'b.yaml', text: `${head}${parts}${users}` });
  if (!manifest) throw new Error(JSON.stringify(findings));
  const tree = { ...memoryTree({ ...split, ...files }), links: () => new Map(Object.entries(links)) };
  const outcome = usersOfManifests(tree, [manifest], { lost });
  return {
    changed: Object.fromEntries(outcome.changes.map((change) => [change.path, contentAfter(change)])),
    codes: outcome.findings.map(({ code, places }) => `${code} ${places[0].place.file}`),
    outcome,
  };
}
