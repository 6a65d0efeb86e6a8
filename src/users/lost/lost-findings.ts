import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import { placeOf } from '../../text/place.ts';
import { displayText, type SourceText } from '../../text/source-text.ts';
import { span } from '../../text/span.ts';
import type { UsersPlan } from '../plan-users.ts';
import type { LineForLost } from './lines-for-lost.ts';
import type { LostPart } from './lost-parts.ts';

type Told = Pick<UsersPlan, 'tree' | 'situation' | 'names'>;

/** What `check` says of a tree: an error for each name and file, with the include that is missing. */
export function tellLost(plan: Told, lines: readonly LineForLost[]): readonly Diagnostic[] {
  return byPath(
    lines.flatMap((line) =>
      line.lost.map((one): Diagnostic => {
        const message = `${pathOf(plan, one.file)} uses ${wordOf(plan, one)} and ${one.isLate ? 'reads' : 'does not read'} ${line.destination.path}, which declares it${one.isLate ? ', further down alone' : ''}`;
        return withNext(
          diagnostic('user-lost-part', message, placeOfUse(plan, one), ...wayOf(plan, one)),
          nextFor(plan, line),
        );
      }),
    ),
  );
}

/** What `regenerate` says of the lines that it adds: a note for each. */
export function tellFollowed(plan: Told, lines: readonly LineForLost[]): readonly Diagnostic[] {
  return byPath(
    lines.flatMap((line) => {
      const [first] = line.lost;
      if (!first) return [];
      const names = [...new Set(line.lost.map(({ name }) => displayText(plan.names.wordOf(name))))].join(', ');
      const message = `${pathOf(plan, line.file)} gets an include of ${line.destination.path}, which declares ${names} now`;
      return [diagnostic('user-follows', message, placeOfUse(plan, first), ...wayOf(plan, first))];
    }),
  );
}

function nextFor(plan: Told, { file, wrapper, operand, behind }: LineForLost): string {
  const { form, path = '' } = plan.situation.graph.facts[file]?.includes[behind] ?? {};
  const anchor = displayText(form === 'angle' ? `#include <${path}>` : `#include "${path}"`);
  const byHand = `Include ${displayText(operand)} in ${pathOf(plan, file)} behind \`${anchor}\``;
  return plan.situation.standing(file, wrapper) === null ? `${byHand}, or run \`regenerate\`.` : `${byHand}.`;
}

function wordOf({ names }: Told, { name, by }: LostPart): string {
  const own = displayText(names.wordOf(name));
  return name === by ? own : `${own} (by the macro ${displayText(names.wordOf(by))})`;
}

/** In the file that lacks the include: the use, or the include by which a header comes that uses it. */
function placeOfUse(plan: Told, { file, at, by, entry }: LostPart) {
  const line = entry === null ? undefined : plan.situation.graph.facts[file]?.includes[entry.line];
  return placeOf(sourceOf(plan, file), line ? line.operand : span(at, at + plan.names.wordOf(by).length));
}

function wayOf(plan: Told, { at, by, usedIn, entry }: LostPart) {
  if (entry === null) return [];
  const place = placeOf(sourceOf(plan, usedIn), span(at, at + plan.names.wordOf(by).length));
  return [{ place, label: 'used here' }];
}

function sourceOf({ tree, situation }: Told, file: number): SourceText {
  const path = situation.graph.paths[file] ?? '';
  return { path, text: tree.read(path) ?? '' };
}

function pathOf({ situation }: Told, file: number): string {
  return situation.graph.paths[file] ?? '';
}

function byPath(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  const key = ({ places: [{ place }] }: Diagnostic): string => place.file;
  return findings.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
