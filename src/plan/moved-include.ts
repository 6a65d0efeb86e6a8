import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Item } from '../model/header.ts';
import { isKeyword } from '../parse/keywords.ts';
import { placeOf } from '../text/place.ts';
import { closureOf } from './include-graph.ts';
import type { IncludeInput } from './include-input.ts';
import type { Obstacle } from './include-obstacle.ts';
import { testedIn } from './include-uses.ts';
import { includedFile } from './included-file.ts';
import type { IncludedNames } from './included-names.ts';

/** An include that goes to the wrapper, and the files that it brings in there. */
export type MovedInclude = { readonly item: Item; readonly files: ReadonlySet<string> };

/**
 * Why a later include has to follow one that goes to the wrapper: a macro of the one hits what the other declares or
 * tests, so that their order matters. Null when it does not.
 */
export function orderAmongIncludes(
  input: IncludeInput,
  names: IncludedNames,
  moved: readonly MovedInclude[],
  file: string,
): Obstacle | null {
  if (moved.length === 0) return null;
  const own = closureOf(input.facts.graph, file, input.header.source.path);
  for (const { item, files } of moved) {
    const apart = [
      new Set([...own].filter((one) => !files.has(one))),
      new Set([...files].filter((one) => !own.has(one))),
    ] as const;
    const name = macroHitting(input, names, apart[0], apart[1]) ?? macroHitting(input, names, apart[1], apart[0]);
    if (name !== null)
      return { item, message: `the order of the two decides what '${name}' means`, label: 'goes to the wrapper' };
  }
  return null;
}

/** A macro that the files `defining` define and the files `speaking` declare or test, without defining it themselves. */
function macroHitting(
  input: IncludeInput,
  names: IncludedNames,
  defining: ReadonlySet<string>,
  speaking: ReadonlySet<string>,
): string | null {
  const macros = macrosOf(input, defining);
  if (macros.size === 0) return null;
  const tested = [...speaking].flatMap((file) => testedIn(input.tree.read(file) ?? ''));
  const spoken = new Set([...names.declaredIn(speaking), ...tested]);
  const ownMacros = macrosOf(input, speaking);
  return [...macros].find((name) => spoken.has(name) && !ownMacros.has(name)) ?? null;
}

/** What stands below an include and would change its meaning when the include comes after it: the run stops. */
export function changedBelow(
  input: IncludeInput,
  names: IncludedNames,
  { item, files }: MovedInclude,
): readonly Diagnostic[] {
  const { header, uses } = input;
  const elsewhere = new Set(otherFiles(input, item));
  const macros = macrosOf(input, new Set([...files].filter((file) => !elsewhere.has(file))));
  const declared = names.declaredIn(files);
  for (const below of header.items.slice(item.index + 1)) {
    const references = uses.usedBy[uses.stepOfItem[below.index] ?? -1];
    const used = [...(references?.words ?? [])].find(
      (word) => macros.has(word) && !uses.events.has(word) && !isKeyword(word),
    );
    const defined =
      below.content.kind === 'directive' && below.content.directive.kind === 'define'
        ? below.content.directive.name
        : null;
    const name = used ?? (defined !== null && declared.has(defined) && !macros.has(defined) ? defined : null);
    if (name === null || name === undefined) continue;
    const label = used === undefined ? 'this would come before it' : 'used here, below it';
    const place = placeOf(header.source, item.span);
    return [
      diagnostic('include-order', `this would come after what it changes: '${name}'`, place, {
        place: placeOf(header.source, below.span),
        label,
      }),
    ];
  }
  return [];
}

function otherFiles(input: IncludeInput, include: Item): readonly string[] {
  const { header, facts } = input;
  return header.items.flatMap((item) => {
    const file = item === include ? null : includedFile(header, facts, item);
    return file === null ? [] : [...closureOf(facts.graph, file, header.source.path)];
  });
}

function macrosOf(input: IncludeInput, files: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const file of files) {
    for (const match of (input.tree.read(file) ?? '').matchAll(DEFINE)) found.add(match[1] ?? '');
  }
  return found;
}

const DEFINE = /^[ \t]*#[ \t]*(?:define|undef)[ \t]+([A-Za-z_]\w*)/gm;
