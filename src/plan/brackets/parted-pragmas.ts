import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Header, Item, Node } from '../../model/header.ts';
import { placeOf } from '../../text/place.ts';
import { displayText } from '../../text/source-text.ts';
import { functionNames, type Placements, targetKey } from '../placement.ts';

/**
 * Pragmas that hold for what follows, where the split would take that away from them: alone in the shared part, they would
 * hold for the first declaration of another file, for nothing, or for what they were to spare. Brackets (`push` and `pop`)
 * are not among them, as each part gets a copy. A pragma above all declarations of other parts reaches these from the
 * shared part too, if nothing below takes it back. One that names functions goes with them. Nor may a pragma come to be
 * read before what it stood below.
 */
export function partedPragmas(header: Header, placements: Placements): readonly Diagnostic[] {
  const pragmas = header.items.flatMap((item) => pragmaOf(item));
  const keys = placements.map(({ target }) => targetKey(target));
  const partsOfFunctions = new Map(
    header.items.flatMap((item) => functionNames(item).map((name) => [name, keys[item.index]] as const)),
  );
  const isWithFunctions = ({ item, words }: Pragma): boolean => {
    const names = functionsOfPragma(words, partsOfFunctions);
    return names.length > 0 && names.every((name) => partsOfFunctions.get(name) === keys[item.index]);
  };
  const governs = pragmas.filter((pragma) => !isAboutFile(pragma.words) && !isWithFunctions(pragma));
  if (governs.length === 0) return [];
  const resets = new Set(resetsIn(header.nodes));
  const sharing = new Map<string, number>();
  for (const pragma of governs) sharing.set(subjectOf(pragma), (sharing.get(subjectOf(pragma)) ?? 0) + 1);
  const keyOf = (item: Item): string => keys[item.index] ?? '';
  const code = codeFrom(header.items, keyOf, isCode);
  const declared = codeFrom(header.items, keyOf, ({ content }) => content.kind === 'declaration')[0] ?? NO_CODE;
  const layout = codeFrom(header.items, keyOf, (item) => mayLayOut(header, item));
  return governs.flatMap((pragma) => {
    const { item, words } = pragma;
    const from = isAboutLayout(words) ? layout : code;
    const isAlone = !isForOne(words) && sharing.get(subjectOf(pragma)) === 1 && !resets.has(subjectOf(pragma));
    const own = keyOf(item);
    const elsewhere = ({ first, other }: CodeFrom): Item | null => (first && keyOf(first) !== own ? first : other);
    const [all, below] = [from[0] ?? NO_CODE, from[item.index + 1] ?? NO_CODE];
    const parted = isForOne(words) ? elsewhere({ first: below.first, other: null }) : elsewhere(below);
    const shown = `'#pragma ${displayText(words.join(' '))}'`;
    const found = (message: string, other: Item, label: string): readonly Diagnostic[] => {
      const to = { place: placeOf(header.source, other.span), label };
      return [diagnostic('pragma-parted', message, placeOf(header.source, item.span), to)];
    };
    const isRead = !parted || (isAlone && (elsewhere(all)?.index ?? item.index) >= item.index);
    if (!isRead) return found(`${shown} would not reach what it applies to`, parted, 'this goes to another file');
    const above = isForOne(words) || isAboutWarnings(words) ? null : elsewhere(isAboutLayout(words) ? all : declared);
    if (!above || above.index > item.index) return [];
    return found(`${shown} would reach what is above it`, above, 'this goes to a file that is read later');
  });
}

/** From an item on: the first code, and the first that goes to another place than that. */
type CodeFrom = { readonly first: Item | null; readonly other: Item | null };

const NO_CODE: CodeFrom = { first: null, other: null };

function codeFrom(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  isMeant: (item: Item) => boolean,
): readonly CodeFrom[] {
  const found: CodeFrom[] = [];
  let next = NO_CODE;
  for (const item of items.toReversed()) {
    if (isMeant(item)) {
      const isSame = next.first !== null && keyOf(next.first) === keyOf(item);
      next = { first: item, other: isSame ? next.other : next.first };
    }
    found.push(next);
  }
  return found.reverse();
}

/** The subjects of brackets that end with a reset, so that what was set before them ends as well: `pack(1)` and `pack()`. */
function resetsIn(nodes: readonly Node[]): readonly string[] {
  return nodes.flatMap((node): readonly string[] => {
    if (node.kind === 'group') return node.branches.flatMap((branch) => resetsIn(branch.nodes));
    if (node.kind !== 'bracket') return [];
    const own = node.name.split(' and ').flatMap((name) => /^pragma (\w+) set$/.exec(name)?.[1] ?? []);
    return [...own, ...resetsIn(node.nodes)];
  });
}

type Pragma = { readonly item: Item; readonly words: readonly string[] };

function pragmaOf(item: Item): readonly Pragma[] {
  if (item.content.kind !== 'directive' || item.content.directive.kind !== 'pragma') return [];
  return [{ item, words: item.content.directive.words }];
}

/**
 * The functions whose declarations a pragma is about: those that it names and nothing else (`rarely_called(report, panic)`),
 * and the one whose symbol it sets (`weak alias = target`, `redefine_extname old new`, `map(old, "new")`).
 */
export function functionsOfPragma(
  words: readonly string[],
  declared: { readonly has: (name: string) => boolean },
): readonly string[] {
  const [verb = '', ...operands] = words;
  if (aboutOneSymbol.has(verb))
    return operands
      .filter((word) => word !== '(')
      .slice(0, 1)
      .filter((one) => declared.has(one));
  const open = words.indexOf('(');
  if (open < 1 || words.at(-1) !== ')') return [];
  const names = words.slice(open + 1, -1).filter((word) => word !== ',');
  return names.every((name) => declared.has(name)) ? names : [];
}

const aboutOneSymbol: ReadonlySet<string> = new Set(['weak', 'redefine_extname', 'map']);

function isCode({ content }: Item): boolean {
  if (content.kind === 'directive') return content.directive.kind === 'define';
  return content.kind !== 'disabled';
}

/** What may define a type with members. */
function mayLayOut({ source }: Header, { content, span }: Item): boolean {
  if (content.kind === 'directive') return content.directive.kind === 'include';
  if (content.kind !== 'declaration') return false;
  const { kind } = content.declaration;
  return kind === 'macro-call' || kind === 'opaque' || definesMembers(source.text.slice(span.start, span.end));
}

function definesMembers(text: string): boolean {
  return text.split(';').some((one) => {
    const at = one.search(MEMBERS);
    return at >= 0 && one.includes('{', at);
  });
}

const MEMBERS = /\b(?:struct|union|class)\b/;

function isAboutLayout([first = '']: readonly string[]): boolean {
  return first === 'pack' || first === 'scalar_storage_order';
}

/** What it is about, so that a second one may take back the first: `GCC diagnostic` of one warning, `STDC FENV_ACCESS`. */
function subjectOf({ words: [first = '', second = '', ...rest] }: Pragma): string {
  if (second === 'diagnostic') return `${first} diagnostic ${rest.at(-1) ?? ''}`;
  if (second === 'target' || second === 'optimize' || second === 'reset_options') return `${first} options`;
  return first === 'GCC' || first === 'clang' || first === 'STDC' ? `${first} ${second}` : first;
}

function isAboutWarnings([first = '', second = '']: readonly string[]): boolean {
  return second === 'diagnostic' || first === 'warning' || first === 'error_messages';
}

/** Those of OpenMP hold for the declaration below, regions apart. */
function isForOne([first]: readonly string[]): boolean {
  return first === 'omp' || first === 'acc';
}

/** About the file, a name wherever it is declared, or nothing but a message. `poison` has a rule of its own. */
function isAboutFile([first = '', second = '']: readonly string[]): boolean {
  const word = first === 'GCC' || first === 'clang' ? second : first;
  return aboutFile.has(word);
}

const aboutFile: ReadonlySet<string> = new Set([
  'once',
  'system_header',
  'message',
  'warning',
  'error',
  'dependency',
  'poison',
  'ident',
  'comment',
  'mark',
  'region',
  'endregion',
  'weak',
  'intrinsic',
  'function',
  'redefine_extname',
  'map',
]);
