import { type Diagnostic, diagnostic, withNext } from '../diagnostics/diagnostic.ts';
import type { Comment } from '../model/header.ts';
import { placeOf, placeOfFile } from '../text/place.ts';
import { displayText } from '../text/source-text.ts';
import { bracketLikeMacros } from './brackets/known-marks.ts';
import { commentName } from './comment-name.ts';
import { straySpeech } from './comment-references.ts';
import { claimFor } from './copy-comments.ts';
import { noteRepeatedFunctions } from './doubled-functions.ts';
import type { Mentions } from './includes/header-mentions.ts';
import type { KnownMacros } from './names/known-macros.ts';
import type { Uses } from './names/names-used.ts';
import { reachingItems } from './names/uses-across-parts.ts';
import { functionNames, otherNames, partOf } from './placement.ts';
import { type SplitPlan, wrapperKey } from './split-plan.ts';

/** What a reviewer of the split must know and the diff does not say. */
export function reviewNotes(
  plan: SplitPlan,
  uses: Uses,
  mentions: Mentions,
  known: KnownMacros,
  asFarAsFound: () => string,
): readonly Diagnostic[] {
  return [
    ...emptyParts(plan),
    ...orderNotes(plan),
    ...copiedComments(plan),
    ...straySpeech(plan),
    ...dropped(plan),
    ...opaqueItems(plan),
    ...noteRepeatedFunctions(plan.header),
    ...reachingItems(plan.header, plan.manifest, uses, (item) => partOf(plan.placements, item.index)),
    ...suggestions(plan, known, asFarAsFound),
    ...buildFilesFirst(mentions.others.filter((file) => !isHistory(file) || mentions.rendering.has(file))).map(
      (file) => {
        const { path } = plan.header.source;
        const message = mentions.rendering.has(file)
          ? `it renders the comments of ${path}, which move to the part files`
          : `it names ${path} and does not include it`;
        return diagnostic('text-consumer', message, placeOfFile(file));
      },
    ),
  ];
}

/** What was told of earlier versions stays true of them. */
function isHistory(file: string): boolean {
  return HISTORY.test(file) || (HISTORY_FOLDER.test(file) && ENTRY.test(file));
}

const HISTORY =
  /(?:^|\/)(?:change[-_]?logs?|changes|news|history|release[-_]?notes)(?:[-_.]?v?\d[\d.x-]*)?(?:\.(?:md|markdown|rst|txt|adoc|org|html?))?$/i;
const HISTORY_FOLDER = /(?:^|\/)(?:RelNotes|changelogs?(?:\.d)?|news-?fragments|release[-_]?notes(?:\.d)?)\//i;
const ENTRY = /\/(?:[\d.v-]+|[^/]+\.(?:md|rst|txt))$/i;

/** A build that copies or installs the header lacks the part files then; what else names it is mostly talk. */
function buildFilesFirst(files: readonly string[]): readonly string[] {
  const isBuildFile = (file: string): boolean => BUILD_FILE.test(file);
  return [...files.filter(isBuildFile), ...files.filter((file) => !isBuildFile(file))];
}

const BUILD_FILE =
  /(?:^|\/)(?:CMakeLists\.txt|(?:GNU)?[Mm]akefile[^/]*|Kbuild|meson\.build|BUILD(?:\.bazel)?|configure\.(?:ac|in))$|\.(?:am|mk|mak|cmake|pro|gn|gni|spec)$/;

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
    const finding = diagnostic(
      'comment-copied',
      `${commentName(comment, header.source.text)} is copied to ${where}`,
      placeOf(header.source, comment.span),
    );
    return [withNext(finding, whatClaims(plan, comment))];
  });
}

/** Includes that the manifest drops, and the comments that explain them. */
function dropped({ header, placements, commentTargets }: SplitPlan): readonly Diagnostic[] {
  const includes = header.items
    .filter(({ index }) => placements[index]?.target.kind === 'drop')
    .map(({ span }) => {
      const line = displayText(header.source.text.slice(span.start, span.end).split('\n')[0] ?? '').trim();
      return diagnostic('include-dropped', `no file has '${line}' after the split`, placeOf(header.source, span));
    });
  const comments = header.comments
    .filter(({ index }) => commentTargets[index]?.length === 0)
    .map((comment) => {
      const message = `${commentName(comment, header.source.text)} goes with the include that it explains`;
      return diagnostic('comment-dropped', message, placeOf(header.source, comment.span));
    });
  return [...includes, ...comments];
}

/** How the manifest keeps a comment with one declaration. */
function whatClaims({ header, manifest, placements }: SplitPlan, comment: Comment): string {
  const found = claimFor(header, comment);
  const [name] = found === null ? [] : functionNames(found.item);
  const [other] = found === null ? [] : otherNames(found.item);
  if (found === null || (name === undefined && other === undefined)) return 'Reword it where it does not fit.';
  const part = partOf(placements, found.item.index) ?? manifest.shared;
  const [key, section] = name === undefined ? [other, 'declarations'] : [name, 'prototypes'];
  const entry = displayText(`${key}: { part: ${part}, comment: ${found.claim} }`);
  return `Write \`${entry}\` under \`${section}\` if the comment is about that alone.`;
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
function suggestions(plan: SplitPlan, known: KnownMacros, asFarAsFound: () => string): readonly Diagnostic[] {
  const seen = new Set([...plan.manifest.annotations, ...known.annotations, ...bracketLikeMacros(plan.header.source)]);
  return plan.header.items.flatMap((item) => {
    if (item.content.kind !== 'declaration') return [];
    return item.content.declaration.unknownAnnotations.flatMap((name) => {
      if (seen.has(name)) return [];
      seen.add(name);
      const notFound = known.others.has(name) ? '' : `, and no included file defines it${asFarAsFound()}`;
      return [
        diagnostic(
          'annotation-suggested',
          `'${name}' is where only an annotation can be${notFound}`,
          placeOf(plan.header.source, item.span),
        ),
      ];
    });
  });
}
