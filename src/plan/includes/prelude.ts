import { baseName } from '../../text/file-path.ts';
import type { Tree } from '../../text/tree.ts';
import { mentionsOf } from './header-mentions.ts';
import { spellingsIn } from './include-graph.ts';

/** Share of a header's users that must begin with the same include before that is taken for a rule of the project. */
const AGREEMENT = 0.9;
const FEWEST_USERS = 3;

/** What nearly every .c file that includes the header includes first, as the files spell it; null when they differ. */
export function preludeOf(tree: Tree, header: string): string | null {
  const base = baseName(header);
  const naming = tree.filesNaming([base], (path) => path.endsWith('.c'));
  const firsts = mentionsOf(tree, header, naming.keys()).includers.flatMap(({ file }) =>
    spellingsIn(tree.read(file) ?? '')
      .slice(0, 1)
      .map(({ path }) => path),
  );
  if (firsts.length < FEWEST_USERS) return null;
  const counts = new Map<string, number>();
  for (const first of firsts) counts.set(first, (counts.get(first) ?? 0) + 1);
  const [commonest] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (!commonest || commonest[1] < firsts.length * AGREEMENT || commonest[0].endsWith(base)) return null;
  return commonest[0];
}
