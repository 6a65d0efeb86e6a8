import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { sharedPartFile } from '../../plan/layout.ts';
import { placeOf } from '../../text/place.ts';
import type { SplitHeaders } from '../split-headers.ts';
import { siblingLoops } from './sibling-loops.ts';
import { type SiblingInclude, siblingIncludes } from './siblings.ts';

/**
 * Law: no part file includes the wrapper, itself, or a part file that reads it in turn. A loop through files that are
 * not of the split is none of this rule's.
 */
export function checkForbiddenSiblings(split: SplitHeaders, manifest: Manifest): readonly Diagnostic[] {
  const loops = siblingLoops(split, manifest);
  const reported = new Set<string>();
  return [...split.parts.values()].flatMap((header) =>
    siblingIncludes(header, split, manifest).flatMap((include) => {
      if (include.to === split.wrapper.source.path) return [ofWrapper(include)];
      const loop = loopOf(include, loops);
      const [first] = loop;
      // Two loops have no file in common, but that a file may include itself besides.
      const key = `${first}\0${loop.length > 1}`;
      if (first === undefined || reported.has(key)) return [];
      reported.add(key);
      return [ofLoop(include, loop, split, manifest)];
    }),
  );
}

function ofWrapper({ header, item, to }: SiblingInclude): Diagnostic {
  const message = `${header.source.path} includes ${to}, which includes the part files`;
  const finding = diagnostic('sibling-forbidden', message, placeOf(header.source, item.span));
  return withNext(finding, 'Include the part files that it needs, or what else it needs, directly.');
}

/** The part files that an include makes read one another, its own file among them; none where it makes no loop. */
function loopOf({ header, to }: SiblingInclude, loops: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const from = header.source.path;
  if (to === from) return [from];
  const loop = loops.get(from);
  return loop !== undefined && loop === loops.get(to) ? loop : [];
}

/** Which of the files can do without the other is not to be seen, unless one is the shared part's, which the others need. */
function ofLoop(
  { header, item, to }: SiblingInclude,
  loop: readonly string[],
  split: SplitHeaders,
  manifest: Manifest,
): Diagnostic {
  const from = header.source.path;
  const place = placeOf(header.source, item.span);
  if (to === from)
    return withNext(diagnostic('sibling-forbidden', `${from} includes itself`, place), 'Remove the line.');
  const inLoop = new Set(loop);
  const others = loop
    .filter((file) => file !== from)
    .flatMap((file) => {
      const other = split.parts.get(file);
      return other ? siblingIncludes(other, split, manifest) : [];
    })
    .filter((include) => inLoop.has(include.to))
    .map((include) => ({ place: placeOf(include.header.source, include.item.span), label: 'and back from here' }));
  const finding = diagnostic('sibling-forbidden', `${from} includes ${to}, which leads back to it`, place, ...others);
  return from === sharedPartFile(manifest)
    ? withNext(finding, `Remove it: the file of the shared part '${manifest.shared}' is what the others include.`)
    : finding;
}
