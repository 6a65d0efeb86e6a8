import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Header, Item } from '../../model/header.ts';
import { placeOf } from '../../text/place.ts';
import { displayText } from '../../text/source-text.ts';
import { functionNames, type Placements, targetKey } from '../placement.ts';

/**
 * Pragmas that hold for what follows, where the split would take that away from them: alone in the shared part, they would
 * hold for the first declaration of another file, for nothing, or for what they were to spare. Brackets (`push` and `pop`)
 * are not among them, as each part gets a copy. A pragma above all declarations of other parts reaches these from the
 * shared part too, if nothing below takes it back. One that names functions goes with them.
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
  const sharing = new Map<string, number>();
  for (const pragma of governs) sharing.set(subjectOf(pragma), (sharing.get(subjectOf(pragma)) ?? 0) + 1);
  const keyOf = (item: Item): string => keys[item.index] ?? '';
  const from = codeFrom(header.items, keyOf);
  return governs.flatMap((pragma) => {
    const { item, words } = pragma;
    const isAlone = !isForOne(words) && sharing.get(subjectOf(pragma)) === 1;
    const own = keyOf(item);
    const elsewhere = ({ first, other }: CodeFrom): Item | null => (first && keyOf(first) !== own ? first : other);
    const [all, below] = [from[0] ?? NO_CODE, from[item.index + 1] ?? NO_CODE];
    const parted = isForOne(words) ? elsewhere({ first: below.first, other: null }) : elsewhere(below);
    if (!parted || (isAlone && (elsewhere(all)?.index ?? item.index) >= item.index)) return [];
    const message = `'#pragma ${displayText(words.join(' '))}' would not reach what it applies to`;
    const to = { place: placeOf(header.source, parted.span), label: 'this goes to another file' };
    return [diagnostic('pragma-parted', message, placeOf(header.source, item.span), to)];
  });
}

/** From an item on: the first code, and the first that goes to another place than that. */
type CodeFrom = { readonly first: Item | null; readonly other: Item | null };

const NO_CODE: CodeFrom = { first: null, other: null };

function codeFrom(items: readonly Item[], keyOf: (item: Item) => string): readonly CodeFrom[] {
  const found: CodeFrom[] = [];
  let next = NO_CODE;
  for (const item of items.toReversed()) {
    if (isCode(item)) {
      const isSame = next.first !== null && keyOf(next.first) === keyOf(item);
      next = { first: item, other: isSame ? next.other : next.first };
    }
    found.push(next);
  }
  return found.reverse();
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

/** What it is about, so that a second one may take back the first: `GCC diagnostic` of one warning, `STDC FENV_ACCESS`. */
function subjectOf({ words: [first = '', second = '', ...rest] }: Pragma): string {
  if (second === 'diagnostic') return `${first} diagnostic ${rest.at(-1) ?? ''}`;
  if (second === 'target' || second === 'optimize' || second === 'reset_options') return `${first} options`;
  return first === 'GCC' || first === 'clang' || first === 'STDC' ? `${first} ${second}` : first;
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
