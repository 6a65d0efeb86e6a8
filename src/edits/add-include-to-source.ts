import { namesOfStatement } from '../model/bodies/statement-names.ts';
import {
  type IncludeDirective,
  outlineSource,
  type SourceItem,
  type SourceNode,
  type SourceOutline,
} from '../model/source-outline.ts';
import type { Annotations } from '../parse/declarations/annotations.ts';
import { parseParameters } from '../parse/declarations/parameters.ts';
import { parseItemDeclaration } from '../parse/item-variants.ts';
import type { IncludeTarget } from '../parse/tokens/directive.ts';
import type { IncludeSpelling } from '../plan/includes/include-graph.ts';
import type { SureIncludes } from '../plan/includes/sure-includes.ts';
import { span } from '../text/span.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { evidenceOf } from './assertion-evidence.ts';
import { uncoveredItems } from './include-cover.ts';
import { includeOperand } from './include-operand.ts';
import { type IncludeSpot, includeSpots } from './include-spots.ts';
import { leadingIncludes } from './leading-includes.ts';

/** An include that assertions of a file need: its path, and the functions that hold them, with what each holds. */
export type IncludeNeed = { readonly path: string; readonly functions: ReadonlyMap<string, string> };

/** A source file (latin1) as far as its includes are concerned. */
export type IncludeSite = {
  readonly path: string;
  readonly text: string;
  readonly annotations: Annotations;
  /** What the files that it includes include in turn; null where only its own lines count. */
  readonly sure: SureIncludes | null;
};

export type InsertedIncludes = {
  readonly edits: readonly TextEdit[];
  /** In the order of the needs. */
  readonly paths: readonly string[];
};

/**
 * The edits that make a source file include what its assertions need, each path once where all its functions can be
 * reached by one line. Nothing for a function that the file surely reads the path for already, be it by way of another
 * include, and none where the file shows that its assertion compiles.
 */
export function insertIncludes(site: IncludeSite, needs: readonly IncludeNeed[]): InsertedIncludes {
  const outline = needs.length === 0 ? null : outlineSource(site.text, site.annotations);
  const lines = new Map<number, IncludeSpot & { readonly operands: string[] }>();
  const paths: string[] = [];
  if (outline === null) return { edits: [], paths };
  const targets = includesIn(outline.nodes).map(({ target }) => target);
  const guardOf = (include: IncludeDirective) => {
    const spelling = spellingOf(include);
    return spelling === null || site.sure === null ? null : site.sure.guardOf(site.path, spelling);
  };
  for (const need of needs) {
    const lacking = new Set<SourceNode>(itemsLacking(site, outline, need));
    if (lacking.size === 0) continue;
    paths.push(need.path);
    for (const spot of includeSpots(outline, (node) => lacking.has(node), guardOf)) {
      const here = lines.get(spot.at) ?? { ...spot, operands: [] };
      here.operands.push(spelled(site, need.path, targets));
      lines.set(spot.at, here);
    }
  }
  const edits = [...lines.values()].sort((a, b) => a.at - b.at).map((line) => editAt(site.text, line, line.operands));
  return { edits, paths };
}

/**
 * The needs that no include covers among the directives that a file begins with. The others need
 * no line; that is seen without a look at what stands below, as in most files.
 */
export function needsBelowTop(
  site: Pick<IncludeSite, 'path' | 'text' | 'sure'>,
  needs: readonly IncludeNeed[],
): readonly IncludeNeed[] {
  const includes = needs.length === 0 ? [] : leadingIncludes(site.text);
  return needs.filter(({ path }) => !includes.some(coversOf(site, path)));
}

/** Every include directive of the top level, under whatever condition but `#if 0`. */
export function includesIn(nodes: readonly SourceNode[]): readonly IncludeDirective[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'include') return [node.directive];
    if (node.kind !== 'group') return [];
    return node.branches.flatMap((branch) => (branch.isDisabled ? [] : includesIn(branch.nodes)));
  });
}

/**
 * In brackets where the file's includes from the same folder are, and none of them is quoted; a name without a folder
 * where all files of the tree that are included so are, if brackets mean the same file.
 */
export function spelled(
  site: Pick<IncludeSite, 'path' | 'sure'>,
  path: string,
  targets: readonly IncludeTarget[],
): string {
  const folder = path.slice(0, path.indexOf('/') + 1);
  const meant = (form: 'quote' | 'angle', one: string) => site.sure?.resolve(site.path, { form, path: one }) ?? null;
  const neighbours = targets.filter(
    (target) =>
      target.path !== null &&
      (folder === ''
        ? !target.path.includes('/') && meant(target.form, target.path) !== null
        : target.path.startsWith(folder)),
  );
  const isBracketed =
    neighbours.length > 0 &&
    neighbours.every(({ form }) => form === 'angle') &&
    (folder !== '' || meant('angle', path) === meant('quote', path));
  return includeOperand(path, isBracketed);
}

/** The functions that need the include and cannot do without: neither do they have it, nor does the file show that it is not needed. */
function itemsLacking(
  site: IncludeSite,
  outline: SourceOutline,
  { path, functions }: IncludeNeed,
): readonly SourceItem[] {
  const covers = coversOf(site, path);
  const nameOf = ({ defines }: SourceItem): string | undefined => defines?.find((name) => functions.has(name));
  const uncovered = uncoveredItems(outline.nodes, (item) => nameOf(item) !== undefined, covers);
  if (uncovered.length === 0) return [];
  const evidence = new Map(
    [...new Set(functions.values())].map((statement) => [statement, evidenceOf(outline, namesOfStatement(statement))]),
  );
  return uncovered.filter((item) => {
    const name = nameOf(item) ?? '';
    const isEvident = evidence.get(functions.get(name) ?? '');
    return !isEvident?.(item, (one) => hasParameter(outline, item, name, one));
  });
}

/** Whether an include surely reads a path. */
function coversOf(site: Pick<IncludeSite, 'path' | 'sure'>, path: string): (include: IncludeDirective) => boolean {
  const reads = site.sure?.readersOf(site.path, path);
  return (include) => {
    const spelling = spellingOf(include);
    return spelling !== null && (spelling.path === path || reads?.(spelling) === true);
  };
}

function hasParameter(
  { text, annotations }: SourceOutline,
  { item }: SourceItem,
  name: string,
  parameter: string,
): boolean {
  const found = parseItemDeclaration(text, item.tokens, annotations).functions.find((one) => one.name === name);
  return found !== undefined && parseParameters(text, item.tokens, found.token.start, annotations).names.has(parameter);
}

function spellingOf({ target, next }: IncludeDirective): IncludeSpelling | null {
  return target.path === null || next ? null : target;
}

function editAt(text: string, { at, indent, isFirst }: IncludeSpot, operands: readonly string[]): TextEdit {
  const lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n';
  const lines = operands.map((operand) => `#${indent}include ${operand}`).join(lineEnd);
  const isUnended = at === text.length && at > 0 && !text.endsWith('\n');
  if (isUnended) return { span: span(at, at), insert: lineEnd + lines };
  return { span: span(at, at), insert: lines + lineEnd + (isFirst ? lineEnd : '') };
}
