import { type Diagnostic, diagnostic, withNext } from '../diagnostics/diagnostic.ts';
import type { Item } from '../model/header.ts';
import { placeOf } from '../text/place.ts';
import { closureOf, includeChain } from './include-graph.ts';
import type { IncludeInput } from './include-input.ts';
import { obstacleAbove } from './include-obstacle.ts';
import { includedFile } from './included-file.ts';
import { type IncludedNames, includedNames } from './included-names.ts';
import { changedBelow, type MovedInclude, orderAmongIncludes } from './moved-include.ts';
import type { Placement, Placements } from './placement.ts';

type Decision = { readonly placement: Placement; readonly findings: readonly Diagnostic[] };

/**
 * Sends to the wrapper, after the parts, each include that cannot stand in a part file: one that leads back to the
 * header, one below prototypes that must not come before them, and one that must not come before one sent there. When an item needs what such an include declares, the run stops. All others stay in the shared part. What the
 * manifest says is kept, and refused only when it makes a cycle.
 */
export function placeIncludes(input: IncludeInput): {
  readonly placements: Placements;
  readonly findings: readonly Diagnostic[];
} {
  const names = includedNames(input.tree);
  const findings: Diagnostic[] = [];
  const moved: MovedInclude[] = [];
  const placements = input.placements.map((placement, index): Placement => {
    const item = input.header.items[index];
    const file = item ? includedFile(input.header, input.facts, item) : null;
    if (!item || file === null) return placement;
    const decision = decide(input, names, item, file, placement, moved);
    findings.push(...decision.findings);
    if (decision.placement === toWrapper) {
      const files = closureOf(input.facts.graph, file, input.header.source.path);
      moved.push({ item, files });
      findings.push(...changedBelow(input, names, { item, files }));
    }
    return decision.placement;
  });
  return { placements, findings };
}

const toWrapper: Placement = { target: { kind: 'wrapper' }, by: 'rule' };

function decide(
  input: IncludeInput,
  names: IncludedNames,
  item: Item,
  file: string,
  placement: Placement,
  moved: readonly MovedInclude[],
): Decision {
  const { header, facts } = input;
  const place = placeOf(header.source, item.span);
  const chain = file === header.source.path ? [file] : includeChain(facts.graph, file, header.source.path);
  const route = chain === null ? '' : [header.source.path, ...chain].join(' -> ');
  if (placement.by === 'manifest') {
    const isCycle = chain !== null && placement.target.kind === 'part';
    return {
      placement,
      findings: isCycle ? [diagnostic('include-cycle', `a part file would include itself: ${route}`, place)] : [],
    };
  }
  if (chain !== null) {
    const message = `this leads back to the header: ${route}`;
    return sendToWrapper(
      input,
      names,
      item,
      file,
      placement,
      diagnostic('include-loops', message, place),
      'include-cycle',
    );
  }
  const obstacle = obstacleAbove(input, item, file) ?? orderAmongIncludes(input, names, moved, file);
  if (obstacle === null) return { placement, findings: [] };
  const because = { place: placeOf(header.source, obstacle.item.span), label: obstacle.label };
  const note = diagnostic('include-moved', `this goes to the wrapper: ${obstacle.message}`, place, because);
  return sendToWrapper(input, names, item, file, placement, note, 'include-order');
}

/** The wrapper, with a note; or a stop, when something in the header uses what only this include declares. */
function sendToWrapper(
  input: IncludeInput,
  names: IncludedNames,
  item: Item,
  file: string,
  placement: Placement,
  note: Diagnostic,
  stop: 'include-cycle' | 'include-order',
): Decision {
  const use = useOf(input, names, item, file);
  if (use === null) return { placement: toWrapper, findings: [note] };
  const { source } = input.header;
  const message = `${note.message.replace('this goes to the wrapper: ', '')}; and a part needs it for '${use.name}'`;
  const used = { place: placeOf(source, use.item.span), label: 'used here' };
  const finding = diagnostic(stop, message, placeOf(source, item.span), ...note.places.slice(1), used);
  const spelt = input.header.source.text
    .slice(item.span.start, item.span.end)
    .replace(/^.*?["<]([^">]*)[">][\s\S]*$/, '$1');
  const remedy = `Include what declares '${use.name}' directly, or, if no part needs it, write 'includes: { ${spelt}: wrapper }'.`;
  return {
    placement,
    findings: [stop === 'include-cycle' ? withNext(finding, remedy) : finding],
  };
}

/** An item that uses a name which the files of an include declare, and nothing else that the header has or includes. */
function useOf(
  input: IncludeInput,
  names: IncludedNames,
  include: Item,
  file: string,
): { readonly item: Item; readonly name: string } | null {
  const { header, facts, uses } = input;
  const own = names.declaredIn(closureOf(facts.graph, file, header.source.path));
  const others = new Set<string>();
  const prelude =
    input.manifest.prelude === null
      ? null
      : facts.graph.resolve(header.source.path, { form: 'quote', path: input.manifest.prelude });
  const otherFiles = header.items
    .filter((item) => item !== include)
    .flatMap((item) => includedFile(input.header, input.facts, item) ?? []);
  for (const other of [...otherFiles, ...(prelude === null ? [] : [prelude])]) {
    if (includeChain(facts.graph, other, header.source.path) !== null && other !== prelude) continue;
    for (const name of names.declaredIn(closureOf(facts.graph, other, header.source.path))) others.add(name);
  }
  for (const [at, step] of uses.steps.entries()) {
    for (const word of uses.usedBy[at]?.words ?? []) {
      if (!own.has(word) || others.has(word) || uses.providers.has(word)) continue;
      const item = step.kind === 'item' ? step.item : header.items[step.first];
      if (item && item !== include) return { item, name: word };
    }
  }
  return null;
}
