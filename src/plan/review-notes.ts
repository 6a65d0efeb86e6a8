import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Item } from '../model/header.ts';
import { identifiersIn } from '../model/references.ts';
import { placeOf, placeOfFile } from '../text/place.ts';
import type { KnownMacros } from './known-macros.ts';
import { functionNames, otherNames, partOf } from './placement.ts';
import type { Mentions } from './spellings.ts';
import { type SplitPlan, wrapperKey } from './split-plan.ts';
import type { Uses } from './uses.ts';

/** What a reviewer of the split must know and the diff does not say. */
export function reviewNotes(
  plan: SplitPlan,
  uses: Uses,
  mentions: Mentions,
  known: KnownMacros,
): readonly Diagnostic[] {
  return [
    ...emptyParts(plan),
    ...orderNotes(plan),
    ...copiedComments(plan),
    ...opaqueItems(plan),
    ...reachingItems(plan, uses),
    ...suggestions(plan, known),
    ...mentions.others.map((file) =>
      diagnostic('text-consumer', `it names ${plan.header.source.path} and does not include it`, placeOfFile(file)),
    ),
  ];
}

function emptyParts(plan: SplitPlan): readonly Diagnostic[] {
  const used = new Set(plan.layout.files.flatMap((file) => file.sections.map((section) => section.part.name)));
  return plan.manifest.parts
    .filter((part) => !used.has(part.name))
    .map((part) =>
      diagnostic('part-empty', `part '${part.name}' has no item`, placeOf(plan.manifest.source, part.span)),
    );
}

/** The first entry that stands after one which the header has below it. */
function orderNotes(plan: SplitPlan): readonly Diagnostic[] {
  const first = new Map<string, number>();
  for (const item of plan.header.items)
    for (const name of functionNames(item)) if (!first.has(name)) first.set(name, item.index);
  let before: { readonly name: string; readonly at: number } | null = null;
  for (const [name, entry] of plan.manifest.prototypes) {
    const at = first.get(name);
    if (at === undefined) continue;
    if (before && at < before.at) {
      return [
        diagnostic(
          'order-differs',
          `'${name}' is listed after '${before.name}', and declared before it`,
          placeOf(plan.manifest.source, entry.span),
        ),
      ];
    }
    before = { name, at };
  }
  return [];
}

function copiedComments(plan: SplitPlan): readonly Diagnostic[] {
  const { header } = plan;
  return header.comments.flatMap((comment) => {
    const targets = plan.commentTargets[comment.index] ?? [];
    if (targets.length < 2) return [];
    const where = targets.map((target) => (target === wrapperKey ? 'the wrapper' : `'${target}'`)).join(', ');
    return [
      diagnostic(
        'comment-copied',
        `this ${describe(comment.role)} goes to ${where}`,
        placeOf(header.source, comment.span),
      ),
    ];
  });
}

function describe(role: 'own' | 'doc' | 'heading' | 'section'): string {
  switch (role) {
    case 'own':
      return 'comment';
    case 'doc':
      return 'comment on several functions';
    case 'heading':
      return 'heading';
    case 'section':
      return 'section comment';
  }
}

function opaqueItems(plan: SplitPlan): readonly Diagnostic[] {
  return plan.header.items.flatMap((item) => {
    const isOpaque =
      item.content.kind === 'broken' ||
      (item.content.kind === 'declaration' && item.content.declaration.kind === 'opaque');
    if (!isOpaque) return [];
    const part = partOf(plan.placements, item.index) ?? wrapperKey;
    return [
      diagnostic(
        'opaque-item',
        `this was not understood; it goes to '${part}' as it is`,
        placeOf(plan.header.source, item.span),
      ),
    ];
  });
}

/**
 * Macros and inline functions that use a function of another part, through other macros of the header too: a warning
 * where the part's `may_call` leaves that other part out, else a note.
 */
function reachingItems(plan: SplitPlan, uses: Uses): readonly Diagnostic[] {
  const { header, manifest } = plan;
  const partOfFunction = new Map(
    header.items.flatMap((item) =>
      functionNames(item).map((name): [string, string | null] => [name, partOf(plan.placements, item.index)]),
    ),
  );
  const partAt = (path: readonly string[]): string | null => partOfFunction.get(path.at(-1) ?? '') ?? null;
  return header.items.flatMap((item) => {
    const own = partOf(plan.placements, item.index);
    const allowed = manifest.parts.find(({ name }) => name === own)?.mayCall ?? null;
    const reached = reachedFunctions(plan, uses, item).filter((path) => {
      const part = partAt(path);
      return own !== null && part !== null && part !== own && part !== manifest.shared;
    });
    const forbidden = reached.filter((path) => allowed !== null && !allowed.includes(partAt(path) ?? ''));
    const [first] = forbidden.length > 0 ? forbidden : reached;
    if (!first) return [];
    const name = [...functionNames(item), ...otherNames(item)][0] ?? '';
    const others = reached.length > 1 ? ` and ${reached.length - 1} more` : '';
    const message = `'${name}' of part '${own}' uses '${first.at(-1)}' of part '${partAt(first)}'${others}: ${[name, ...first].join(' -> ')}`;
    return [
      diagnostic(forbidden.length > 0 ? 'call-forbidden' : 'macro-reaches', message, placeOf(header.source, item.span)),
    ];
  });
}

/** Ways from an item to the functions that it uses: the macros on the way, then the function. */
function reachedFunctions(plan: SplitPlan, uses: Uses, item: Item): readonly (readonly string[])[] {
  const step = uses.stepOfItem[item.index];
  const { content } = item;
  const start =
    content.kind === 'directive' && content.directive.kind === 'define'
      ? identifiersIn(plan.header.source.text, content.directive.body)
      : [...(step === undefined ? [] : (uses.usedBy[step]?.evaluated ?? []))];
  const own = new Set([...functionNames(item), ...otherNames(item)]);
  const seen = new Set<string>(own);
  const queue = start.map((word) => [word]);
  const found: (readonly string[])[] = [];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const word = path.at(-1) ?? '';
    if (seen.has(word)) continue;
    seen.add(word);
    const providers = uses.providers.get(word) ?? [];
    if (providers.some((provider) => functionNames(plan.header.items[provider.item] ?? item).includes(word)))
      found.push(path);
    for (const provider of providers) {
      const macro = plan.header.items[provider.item];
      if (macro?.content.kind === 'directive' && macro.content.directive.kind === 'define') {
        queue.push(
          ...identifiersIn(plan.header.source.text, macro.content.directive.body).map((inner) => [
            ...(path ?? []),
            inner,
          ]),
        );
      }
    }
  }
  return found;
}

/** Unknown identifiers in annotation position that no included file explains. */
function suggestions(plan: SplitPlan, known: KnownMacros): readonly Diagnostic[] {
  const seen = new Set([...plan.manifest.annotations, ...known.annotations]);
  return plan.header.items.flatMap((item) => {
    if (item.content.kind !== 'declaration') return [];
    return item.content.declaration.unknownAnnotations.flatMap((name) => {
      if (seen.has(name)) return [];
      seen.add(name);
      return [
        diagnostic(
          'annotation-suggested',
          `'${name}' stands where only an annotation can`,
          placeOf(plan.header.source, item.span),
        ),
      ];
    });
  });
}
