import type { Item } from '../../../model/header.ts';
import { standardNames } from '../../names/standard-names.ts';
import { filesLeadingTo, type IncludeGraph } from '../include-graph.ts';
import type { IncludeInput } from '../include-input.ts';
import { includedFile } from '../included-file.ts';
import type { IncludedNames } from '../included-names.ts';

/** What a header has without one of its includes. */
export type OtherIncludes = {
  /** Whether the prelude or another include declares a name; those that lead back may go to the wrapper themselves. */
  declare(name: string, include: Item): boolean;
  /** Whether the prelude or another include brings a file in. */
  bring(file: string, include: Item): boolean;
};

/** Two who bring something are enough to know for each whether another does: a header of many includes takes linear time. */
type Bringers = readonly [number, number?];
type Start = { readonly file: string; readonly bringer: number };

/** The prelude stands at no index. */
const PRELUDE = -1;

export function otherIncludes({ header, facts, manifest }: IncludeInput, names: IncludedNames): OtherIncludes {
  const { graph } = facts;
  const { path } = header.source;
  const includes = header.items.flatMap((item) => {
    const file = includedFile(header, facts, item);
    return file === null ? [] : [{ file, bringer: item.index }];
  });
  const prelude = manifest.prelude === null ? null : graph.resolve(path, { form: 'quote', path: manifest.prelude });
  const before = prelude === null ? [] : [{ file: prelude, bringer: PRELUDE }];
  const files = bringersOf(graph, [...before, ...includes], path);
  const leading = filesLeadingTo(
    graph,
    includes.map(({ file }) => file),
    (file) => file === path,
  );
  const declaring = bringersOf(graph, [...before, ...includes.filter(({ file }) => !leading.has(file))], path);
  const declared = new Map<string, Bringers>();
  for (const [file, bringers] of declaring) for (const name of names.declaredIn([file])) add(declared, name, bringers);
  const outside = new Map<'', Bringers>();
  for (const [file, bringers] of files) if (graph.leadsOutside(file)) add(outside, '', bringers);
  const readsSystem = header.items.some((item) => isInclude(item) && includedFile(header, facts, item) === null);
  const isOutside = (include: Item): boolean => readsSystem || isOther(outside.get(''), include);
  return {
    declare: (name, include) => isOther(declared.get(name), include) || (standardNames.has(name) && isOutside(include)),
    bring: (file, include) => isOther(files.get(file), include),
  };
}

/** Of each file that the starts lead to, never through `except`, two of the starts that do. */
function bringersOf(graph: IncludeGraph, starts: readonly Start[], except: string): ReadonlyMap<string, Bringers> {
  const found = new Map<string, Bringers>();
  for (const start of starts) {
    const files = [start.file];
    for (let file = files.pop(); file !== undefined; file = files.pop()) {
      if (file === except || !add(found, file, [start.bringer])) continue;
      files.push(...graph.includesOf(file));
    }
  }
  return found;
}

/** Whether that told anything new. */
function add<K>(found: Map<K, Bringers>, key: K, [first, second]: Bringers): boolean {
  const known = found.get(key);
  if (known === undefined) {
    found.set(key, second === undefined ? [first] : [first, second]);
    return true;
  }
  const other = first !== known[0] ? first : second;
  if (known[1] !== undefined || other === undefined || other === known[0]) return false;
  found.set(key, [known[0], other]);
  return true;
}

function isOther(bringers: Bringers | undefined, { index }: Item): boolean {
  return bringers?.some((one) => one !== index) ?? false;
}

function isInclude({ content }: Item): boolean {
  return content.kind === 'directive' && content.directive.kind === 'include';
}
