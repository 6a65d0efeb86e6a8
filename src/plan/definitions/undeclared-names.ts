import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import type { Manifest, Part } from '../../manifest/manifest.ts';
import type { Item } from '../../model/header.ts';
import { parseHeader } from '../../model/lower-header.ts';
import { type Token, tokenText } from '../../parse/tokens/token.ts';
import { placeOf } from '../../text/place.ts';
import { displayText } from '../../text/source-text.ts';
import { type Tree, wordsIn } from '../../text/tree.ts';
import { closureOf, type IncludeGraph, includesIn } from '../includes/include-graph.ts';
import { isSystemHeader } from '../includes/system-headers.ts';
import { standardNames } from '../names/standard-names.ts';
import { functionNames, otherNames } from '../placement.ts';
import { isC } from '../tree-facts.ts';
import { type AssertedFunction, lacksParameter } from './asserted-function.ts';

/**
 * A finding for each name in an assertion that no function has as a parameter and that nothing declares where the assertion
 * would stand: an error where all that a source file reads is known, else a warning. `names` are those without a call.
 */
export function undeclaredNames(
  { tree, graph }: { readonly tree: Tree; readonly graph: IncludeGraph },
  manifest: Manifest,
  part: Part,
  asserted: readonly AssertedFunction[],
  names: readonly string[],
): readonly Diagnostic[] {
  const seen = visibleNames(tree, graph, manifest, part);
  return names.flatMap((name) => {
    const lacking = asserted.flatMap((one) => {
      const sight = lacksParameter(one, name) ? seen(one, name) : 'declared';
      return sight === 'declared' ? [] : [{ one, sight }];
    });
    const surely = lacking.filter(({ sight }) => sight === 'undeclared');
    const told = surely.length > 0 ? surely : lacking;
    return told.length === 0
      ? []
      : [
          finding(
            manifest,
            part,
            name,
            told.map(({ one }) => one),
            surely.length > 0,
          ),
        ];
  });
}

/** `unsure`: not declared in what is known, and there is more that may declare it. */
type Sight = 'declared' | 'undeclared' | 'unsure';

function visibleNames(
  tree: Tree,
  graph: IncludeGraph,
  manifest: Manifest,
  { assertInclude }: Part,
): (one: AssertedFunction, name: string) => Sight {
  const giving = new Map<string, Giving>();
  const givenBy = (file: string, name: string): Giving => {
    const key = `${name}\0${file}`;
    const known = giving.get(key);
    if (known) return known;
    const text = tree.read(file) ?? '';
    const given = wordsIn(text, [name]).length > 0 ? givingOf(file, text, name) : nothing;
    giving.set(key, given);
    return given;
  };
  const closures = new Map<string, ReadonlySet<string>>();
  const readBy = (file: string): ReadonlySet<string> => {
    const more = [assertInclude, manifest.prelude].flatMap((path) =>
      path === null ? [] : (graph.resolve(file, { form: 'quote', path }) ?? []),
    );
    const closure = closures.get(file) ?? new Set([file, ...more].flatMap((one) => [...closureOf(graph, one, '')]));
    closures.set(file, closure);
    return closure;
  };
  const open = new Map<string, Reading>();
  return ({ place: { file }, body }, name) => {
    const files = readBy(file);
    const given = [...files].map((one) => [one, givenBy(one, name)] as const);
    if (given.some(([one, { declared }]) => declared < (one === file ? body.start : Number.POSITIVE_INFINITY)))
      return 'declared';
    const reading = open.get(file) ?? readingOf(tree, graph, files, assertInclude);
    open.set(file, reading);
    if (given.some(([, { isMentioned }]) => isMentioned)) return 'unsure';
    if (reading.hasSystemHeader && OF_SYSTEMS.has(name)) return 'declared';
    if (isReserved(name)) return tree.filesNaming([name], isC).size > 0 ? 'declared' : 'unsure';
    return reading.isKnown && /\.c$/i.test(file) ? 'undeclared' : 'unsure';
  };
}

/** Where a file declares a name first, if at all; and whether a macro's text says it, which may declare it too. */
type Giving = { readonly declared: number; readonly isMentioned: boolean };

const nothing: Giving = { declared: Number.POSITIVE_INFINITY, isMentioned: false };

function givingOf(path: string, text: string, name: string): Giving {
  let [declared, isMentioned] = [Number.POSITIVE_INFINITY, false];
  for (const item of parseHeader({ path, text }).items) {
    const { content, tokens, span } = item;
    if (!tokens.some((token) => wordsIn(tokenText(text, token), [name]).length > 0)) continue;
    const isNamed = functionNames(item).includes(name) || otherNames(item).includes(name);
    if (content.kind === 'directive' && !isNamed) isMentioned ||= content.directive.kind === 'define';
    else if (isNamed ? !isTagAlone(text, item, name) : mayDeclare(item)) declared = Math.min(declared, span.start);
  }
  return { declared, isMentioned };
}

/** Whether what an item declares is not known. */
function mayDeclare({ content }: Item): boolean {
  if (content.kind !== 'declaration') return content.kind === 'broken';
  return ['macro-call', 'opaque', 'assembly'].includes(content.declaration.kind);
}

function isTagAlone(text: string, { content, tokens }: Item, name: string): boolean {
  if (content.kind !== 'declaration') return false;
  const starts = new Set(
    [...content.declaration.functions, ...content.declaration.others].flatMap((one) =>
      one.name === name ? [one.token.start] : [],
    ),
  );
  return tokens.every(({ start }, at) => !starts.has(start) || isTagWord(text, tokens[at - 1]));
}

function isTagWord(text: string, token: Token | undefined): boolean {
  return token !== undefined && ['struct', 'union', 'enum'].includes(tokenText(text, token));
}

type Reading = {
  readonly hasSystemHeader: boolean;
  /** Every include leads to a file of the tree or to a standard header, and nothing pastes names. */
  readonly isKnown: boolean;
};

function readingOf(tree: Tree, graph: IncludeGraph, files: ReadonlySet<string>, assertInclude: string | null): Reading {
  const isFound = assertInclude === null || [...files].some((one) => one.endsWith(assertInclude));
  let hasSystemHeader = assertInclude !== null && isSystemHeader(assertInclude);
  let isKnown = isFound || hasSystemHeader;
  for (const file of files) {
    const text = tree.read(file) ?? '';
    if (text.includes('##') || COMPUTED.test(text)) isKnown = false;
    for (const spelling of includesIn(text)) {
      if (graph.resolve(file, spelling) !== null) continue;
      if (isSystemHeader(spelling.path)) hasSystemHeader = true;
      else isKnown = false;
    }
  }
  return { hasSystemHeader, isKnown };
}

/** `#include NAME`: what that reads is not known. */
const COMPUTED = /^[ \t]*#[ \t]*(?:include|include_next|import)[ \t]+[A-Za-z_]/m;

/** Macros of compilers, systems and command lines are written so. */
function isReserved(name: string): boolean {
  return /^_|^[A-Z][A-Z0-9_]*$/.test(name);
}

/** With the variables of C and POSIX. */
// cspell:disable
const OF_SYSTEMS: ReadonlySet<string> = new Set([
  ...standardNames,
  ...(
    'stdin stdout stderr environ optarg optind opterr optopt timezone daylight tzname signgam loc1 loc2 locs h_errno ' +
    'program_invocation_name program_invocation_short_name sys_errlist sys_nerr getdate_err in6addr_any in6addr_loopback ' +
    'unix linux i386'
  ).split(' '),
]);
// cspell:enable

function finding(
  manifest: Manifest,
  part: Part,
  name: string,
  lacking: readonly AssertedFunction[],
  isSure: boolean,
): Diagnostic {
  const [first, ...others] = lacking;
  if (!first) throw new Error('nothing is lacking');
  const told = displayText(name);
  const where = others.length === 0 ? `${displayText(first.name)}()` : `${lacking.length} functions`;
  const message = isSure
    ? `the assertion of part '${part.name}' names '${told}', which is no parameter of ${where} and which nothing declares there`
    : `the assertion of part '${part.name}' names '${told}', which is no parameter of ${where} and which no file found declares`;
  const labelled = [
    ...others.slice(0, MOST_PLACES).map((one) => ({ place: one.place, label: 'and here' })),
    { place: placeOf(manifest.source, part.span), label: 'asserted by this part' },
  ];
  const found = diagnostic(isSure ? 'assertion-undeclared' : 'assertion-unsure', message, first.place, ...labelled);
  const entries = lacking.filter((one) => manifest.prototypes.has(one.name)).map((one) => displayText(one.name));
  if (!isSure || entries.length < lacking.length || entries.length > MOST_PLACES) return found;
  return withNext(
    found,
    `Correct '${told}', write \`assert: false\` for ${entries.join(', ')} under 'prototypes', or declare it in what \`assert_include\` names.`,
  );
}

/** More places say nothing new. */
const MOST_PLACES = 8;
