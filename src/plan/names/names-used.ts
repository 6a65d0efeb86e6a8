import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { bracketReferences } from '../../model/bracket-references.ts';
import type { Header, Item } from '../../model/header.ts';
import { excludes, type Path, type Step, stepsOf } from '../../model/reading-order.ts';
import { calledIn, identifiersIn, identifiersOfMacro, type References, referencesOf } from '../../model/references.ts';
import { type TagMentions, tagMentions } from '../../model/tag-mentions.ts';
import type { Definitions } from '../../parse/brackets/expand-macro.ts';
import { type Directive, parseDirective } from '../../parse/tokens/directive.ts';
import type { Token } from '../../parse/tokens/token.ts';
import { placeOf } from '../../text/place.ts';
import { functionNames, otherNames } from '../placement.ts';
import { definitionsInTexts } from './macro-definitions.ts';
import { inForce, type MacroEvent } from './macro-events.ts';
import { paster } from './pasted-names.ts';

/** Who declares and who uses which names in a header; computed once for a plan. */
export type Uses = {
  readonly steps: readonly Step[];
  /** Index in `steps` of each item. */
  readonly stepOfItem: readonly number[];
  /** Macro name -> where it is defined or undefined, in order. */
  readonly events: ReadonlyMap<string, readonly MacroEvent[]>;
  /** Name -> items that give it a meaning. */
  readonly providers: ReadonlyMap<string, readonly Provider[]>;
  /** The header's macros. */
  readonly macros: Macros;
  /** By step: every name that it uses, the bodies of the header's macros followed. */
  readonly usedBy: readonly References[];
  /** The first step of which that is not known, as the macros lead to one another too often to follow; null for none. */
  readonly entangledAt: number | null;
  /** By step, for includes that are moved: the header's macros that the included files test. */
  readonly usedByInclude: ReadonlyMap<number, readonly string[]>;
  /** By item index. */
  readonly tags: readonly TagMentions[];
  /** Tags that included files make known. */
  readonly knownTags: ReadonlySet<string>;
};

export type Provider = { readonly item: number; readonly role: 'macro' | 'type' | 'value' };

/** @param definitions Of macros, those of the header and of what it includes; the header's own where they are not known. */
export function usesOf(header: Header, definitions: Definitions = definitionsInTexts([header.source.text])): Uses {
  const { text } = header.source;
  const steps = stepsOf(header);
  const stepOfItem: number[] = [];
  steps.forEach((step, at) => {
    if (step.kind === 'item') stepOfItem[step.item.index] = at;
  });
  const macros = macroBodies(header, steps);
  const events = macroEvents(header, stepOfItem);
  const brackets = bracketReferences(header);
  const functionLike = functionLikeOnly(macros);
  const follow = macroFollower(steps, macros, events);
  const paste = paster(header, definitions);
  const made = steps.map((step) => paste(tokensUsing(step)));
  const providers = providersOf(header, steps);
  const usedBy = steps.map((step, at) => {
    const direct =
      step.kind === 'item' ? itemReferences(text, step.item, functionLike) : conditionReferences(text, step);
    const around = step.kind === 'item' ? brackets.get(step.item.index) : undefined;
    const words = around ? new Set([...direct.words, ...around]) : direct.words;
    const pasted = made[at];
    if (!pasted) return null;
    const more = [...pasted.names].filter((name) => events.has(name) || providers.has(name));
    if (more.length === 0) return follow({ ...direct, words }, at);
    const evaluated = direct.evaluated.size === 0 ? direct.evaluated : new Set([...direct.evaluated, ...more]);
    return follow({ words: new Set([...words, ...more]), evaluated }, at);
  });
  const entangled = usedBy.indexOf(null);
  const tags = header.items.map((item) => tagMentions(text, item, made[stepOfItem[item.index] ?? -1]?.texts));
  return {
    steps,
    stepOfItem,
    events,
    providers,
    macros,
    usedBy: usedBy.map((references) => references ?? none),
    entangledAt: entangled < 0 ? null : entangled,
    tags,
    usedByInclude: new Map(),
    knownTags: new Set(),
  };
}

/** That what a step uses is not known. */
export function entangledMacros({ source }: Header, { steps, entangledAt }: Uses): readonly Diagnostic[] {
  const step = entangledAt === null ? undefined : steps[entangledAt];
  if (!step) return [];
  const span = step.kind === 'item' ? step.item.span : (step.group.branches[0]?.directive.span ?? step.group.endif);
  const message = 'what this uses is not known: the macros of the header lead to too many others';
  return [diagnostic('macros-entangled', message, placeOf(source, span))];
}

/** The tokens of a step in which macros are expanded. */
function tokensUsing(step: Step): readonly Token[] {
  if (step.kind === 'item') return step.item.content.kind === 'declaration' ? step.item.tokens : [];
  return step.group.branches.flatMap(({ directive }) =>
    directive.kind === 'if' || directive.kind === 'elif' ? directive.condition : [],
  );
}

function itemReferences(text: string, item: Item, functionLike: ReadonlySet<string>): References {
  if (item.content.kind === 'directive' || item.content.kind === 'disabled') return none;
  const { words, evaluated } = referencesOf(text, item);
  const hasDirectives = item.tokens.some((token) => token.kind === 'directive');
  const mentioned = hasDirectives ? [] : [...words].filter((word) => functionLike.has(word));
  const called = mentioned.length === 0 ? new Set() : calledIn(text, item.tokens);
  const idle = new Set(mentioned.filter((word) => !called.has(word)));
  return { words: idle.size === 0 ? words : new Set([...words].filter((word) => !idle.has(word))), evaluated };
}

function conditionReferences(text: string, step: Extract<Step, { kind: 'conditions' }>): References {
  const words = step.group.branches.flatMap(({ directive }) =>
    directive.kind === 'if' || directive.kind === 'elif' ? identifiersIn(text, directive.condition) : [],
  );
  return { words: new Set(words.filter((word) => word !== 'defined')), evaluated: new Set() };
}

const none: References = { words: new Set(), evaluated: new Set() };

/** Macro name -> its definitions in the header, with the identifiers of each body, parameters left out. */
export type Macros = ReadonlyMap<string, readonly Macro[]>;
type Macro = {
  readonly item: number;
  readonly path: Path;
  readonly isFunctionLike: boolean;
  readonly words: readonly string[];
};

function macroBodies(header: Header, steps: readonly Step[]): Macros {
  const macros = new Map<string, Macro[]>();
  for (const step of steps) {
    if (step.kind !== 'item') continue;
    const { item, path } = step;
    if (item.content.kind !== 'directive' || item.content.directive.kind !== 'define') continue;
    const { name, parameters } = item.content.directive;
    const words = identifiersOfMacro(header.source.text, item.content.directive);
    const macro = { item: item.index, path, isFunctionLike: parameters !== null, words };
    const known = macros.get(name);
    if (known) known.push(macro);
    else macros.set(name, [macro]);
  }
  return macros;
}

/** Definitions and words that are looked at, for all steps of a header together. */
const MOST_LOOKED_AT = 1_000_000;

/** Adds to references all that the macros make of them that can be defined at the step; null: that is too much. */
function macroFollower(
  steps: readonly Step[],
  macros: Macros,
  events: Uses['events'],
): (references: References, at: number) => References | null {
  const bodies = new Map([...macros.values()].flat().map((macro) => [macro.item, macro.words]));
  let lookedAt = 0;
  return (references, at) => {
    if (lookedAt > MOST_LOOKED_AT) return null;
    const path = steps[at]?.path ?? [];
    const expand = (start: ReadonlySet<string>): ReadonlySet<string> => {
      if (![...start].some((word) => macros.has(word))) return start;
      const words = new Set(start);
      for (const word of words) {
        if (!references.words.has(word) && start.has(word)) continue;
        for (const event of inForce(steps, [{ events: events.get(word) ?? [], before: at }], path)) {
          const body = bodies.get(event.item) ?? [];
          lookedAt += 1 + body.length;
          if (lookedAt > MOST_LOOKED_AT) return words;
          for (const inner of body) words.add(inner);
        }
      }
      return words;
    };
    const expanded = { words: expand(references.words), evaluated: expand(references.evaluated) };
    return lookedAt > MOST_LOOKED_AT ? null : expanded;
  };
}

/** The names whose every definition has parameters: they stand for themselves where no parenthesis follows. */
function functionLikeOnly(macros: Macros): ReadonlySet<string> {
  return new Set([...macros].flatMap(([name, all]) => (all.every((macro) => macro.isFunctionLike) ? [name] : [])));
}

function macroEvents(header: Header, stepOfItem: readonly number[]): ReadonlyMap<string, readonly MacroEvent[]> {
  const events = new Map<string, MacroEvent[]>();
  for (const item of header.items) {
    for (const token of item.tokens) {
      if (token.kind !== 'directive' || item.content.kind === 'disabled') continue;
      const directive = parseDirective(header.source.text, token);
      for (const name of namesChangedBy(directive)) {
        const step = stepOfItem[item.index] ?? 0;
        const event = { name, item: item.index, step, defines: directive.kind === 'define' };
        const known = events.get(name);
        if (known) known.push(event);
        else events.set(name, [event]);
      }
    }
  }
  return events;
}

/** The names that mean something else behind a directive; what is poisoned may not even be named. */
function namesChangedBy(directive: Directive): readonly string[] {
  if (directive.kind === 'define' || directive.kind === 'undef') return [directive.name];
  const isPoison = directive.kind === 'pragma' && directive.words[0] === 'GCC' && directive.words[1] === 'poison';
  return isPoison ? directive.words.slice(2) : [];
}

function providersOf(header: Header, steps: readonly Step[]): ReadonlyMap<string, readonly Provider[]> {
  const providers = new Map<string, Provider[]>();
  const add = (name: string, provider: Provider): void => {
    const known = providers.get(name);
    if (known) known.push(provider);
    else providers.set(name, [provider]);
  };
  for (const item of header.items) {
    for (const name of functionNames(item)) add(name, { item: item.index, role: 'value' });
    if (isMacroCall(item)) continue;
    for (const name of otherNames(item)) {
      const role = roleOf(item);
      if (role) add(name, { item: item.index, role });
    }
  }
  // A macro call may declare the type that it is given; of one that is declared before, it only speaks.
  const paths = steps.flatMap((step) => (step.kind === 'item' ? [step.path] : []));
  const isMetWith = (one: Item, other: Provider): boolean => !excludes(paths[one.index] ?? [], paths[other.item] ?? []);
  for (const item of header.items.filter(isMacroCall)) {
    const [subject, ...others] = otherNames(item);
    if (subject !== undefined && others.length > 0 && !providers.get(subject)?.some((one) => isMetWith(item, one)))
      add(subject, { item: item.index, role: 'type' });
  }
  return providers;
}

function isMacroCall(item: Item): boolean {
  return item.content.kind === 'declaration' && item.content.declaration.kind === 'macro-call';
}

function roleOf({ content }: Item): Provider['role'] | null {
  if (content.kind === 'directive') return content.directive.kind === 'define' ? 'macro' : null;
  if (content.kind !== 'declaration') return null;
  return content.declaration.kind === 'variable' ? 'value' : 'type';
}
