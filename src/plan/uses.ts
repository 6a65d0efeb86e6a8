import type { Header, Item } from '../model/header.ts';
import { calls, identifiersIn, type References, referencesOf } from '../model/references.ts';
import { type Step, stepsOf } from '../model/steps.ts';
import { parseDirective } from '../parse/directive.ts';
import { functionNames, otherNames } from './placement.ts';

/** Who declares and who uses which names in a header; computed once for a plan. */
export type Uses = {
  readonly steps: readonly Step[];
  /** Index in `steps` of each item. */
  readonly stepOfItem: readonly number[];
  /** Macro name -> where it is defined or undefined, in order. */
  readonly events: ReadonlyMap<string, readonly MacroEvent[]>;
  /** Name -> items that give it a meaning. */
  readonly providers: ReadonlyMap<string, readonly Provider[]>;
  /** By step: every name that it uses, the bodies of the header's macros followed. */
  readonly usedBy: readonly References[];
};

export type MacroEvent = {
  readonly name: string;
  readonly item: number;
  readonly step: number;
  readonly defines: boolean;
};
export type Provider = { readonly item: number; readonly role: 'macro' | 'type' | 'value' };

export function usesOf(header: Header): Uses {
  const { text } = header.source;
  const steps = stepsOf(header);
  const stepOfItem: number[] = [];
  steps.forEach((step, at) => {
    if (step.kind === 'item') stepOfItem[step.item.index] = at;
  });
  const events = macroEvents(header, stepOfItem);
  const bodies = macroBodies(header);
  const usedBy = steps.map((step) =>
    follow(bodies, step.kind === 'item' ? itemReferences(text, step.item, bodies) : conditionReferences(text, step)),
  );
  return { steps, stepOfItem, events, providers: providersOf(header), usedBy };
}

function itemReferences(text: string, item: Item, bodies: MacroBodies): References {
  if (item.content.kind === 'directive' || item.content.kind === 'disabled') return none;
  const { words, evaluated } = referencesOf(text, item);
  const isCalled = (word: string): boolean =>
    !bodies.get(word)?.isFunctionLike ||
    calls(text, item.tokens, word) ||
    item.tokens.some((token) => token.kind === 'directive');
  return { words: new Set([...words].filter(isCalled)), evaluated };
}

function conditionReferences(text: string, step: Extract<Step, { kind: 'conditions' }>): References {
  const words = step.group.branches.flatMap(({ directive }) =>
    directive.kind === 'if' || directive.kind === 'elif' ? identifiersIn(text, directive.condition) : [],
  );
  return { words: new Set(words.filter((word) => word !== 'defined')), evaluated: new Set() };
}

const none: References = { words: new Set(), evaluated: new Set() };

type MacroBodies = ReadonlyMap<string, { readonly isFunctionLike: boolean; readonly words: readonly string[] }>;

/** What each macro of the header can expand to: the identifiers of all its definitions, parameters left out. */
function macroBodies(header: Header): MacroBodies {
  const bodies = new Map<string, { isFunctionLike: boolean; words: string[] }>();
  for (const item of header.items) {
    if (item.content.kind !== 'directive' || item.content.directive.kind !== 'define') continue;
    const { name, parameters, body } = item.content.directive;
    const entry = bodies.get(name) ?? { isFunctionLike: true, words: [] };
    entry.isFunctionLike &&= parameters !== null;
    entry.words.push(...identifiersIn(header.source.text, body).filter((word) => !parameters?.includes(word)));
    bodies.set(name, entry);
  }
  return bodies;
}

/** References with all that the macros among them expand to. What a macro in an evaluated place uses is evaluated. */
function follow(bodies: MacroBodies, references: References): References {
  const words = new Set(references.words);
  for (const word of words) for (const inner of bodies.get(word)?.words ?? []) words.add(inner);
  const evaluated = new Set(references.evaluated);
  for (const word of evaluated) for (const inner of bodies.get(word)?.words ?? []) evaluated.add(inner);
  return { words, evaluated };
}

function macroEvents(header: Header, stepOfItem: readonly number[]): ReadonlyMap<string, readonly MacroEvent[]> {
  const events = new Map<string, MacroEvent[]>();
  for (const item of header.items) {
    for (const token of item.tokens) {
      if (token.kind !== 'directive' || item.content.kind === 'disabled') continue;
      const directive = parseDirective(header.source.text, token);
      if (directive.kind !== 'define' && directive.kind !== 'undef') continue;
      const event = {
        name: directive.name,
        item: item.index,
        step: stepOfItem[item.index] ?? 0,
        defines: directive.kind === 'define',
      };
      const known = events.get(directive.name);
      if (known) known.push(event);
      else events.set(directive.name, [event]);
    }
  }
  return events;
}

function providersOf(header: Header): ReadonlyMap<string, readonly Provider[]> {
  const providers = new Map<string, Provider[]>();
  const add = (name: string, provider: Provider): void => {
    const known = providers.get(name);
    if (known) known.push(provider);
    else providers.set(name, [provider]);
  };
  for (const item of header.items) {
    for (const name of functionNames(item)) add(name, { item: item.index, role: 'value' });
    for (const name of otherNames(item)) {
      const role = roleOf(header, item, name);
      if (role) add(name, { item: item.index, role });
    }
  }
  return providers;
}

function roleOf(header: Header, item: Item, name: string): Provider['role'] | null {
  const { content } = item;
  if (content.kind === 'directive') return content.directive.kind === 'define' ? 'macro' : null;
  if (content.kind !== 'declaration') return null;
  const [first] = item.tokens;
  const isMacroItself =
    content.declaration.kind === 'macro-call' &&
    first !== undefined &&
    header.source.text.slice(first.start, first.end) === name;
  if (isMacroItself) return null;
  return content.declaration.kind === 'variable' ? 'value' : 'type';
}
