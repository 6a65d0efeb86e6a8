import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { placeOf, placeOfFile } from '../text/place.ts';
import type { KnownMacros } from './known-macros.ts';
import { functionNames, partOf } from './placement.ts';
import { reachingItems } from './reaching-items.ts';
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
    ...reachingItems(plan.header, plan.manifest, uses, (item) => partOf(plan.placements, item.index)),
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
