import { fact, flag, source } from '../scan/facts.ts';
import type { Names } from '../scan/names.ts';
import { recordLength } from '../scan/record-length.ts';
import { makeEdges } from './edge-list.ts';
import { type DefinitionFilter, makeFunctions } from './functions.ts';
import { type CallGraph, edgeKind, type Unresolved } from './graph.ts';
import { makeNumbers } from './grow.ts';
import { makeMacros } from './macros.ts';
import { makeMembers } from './members.ts';
import { makeNodeTable, type NodeTable } from './node-table.ts';
import { makeScoped } from './scoped.ts';
import { makeTypes } from './structs.ts';

export type GraphInput = {
  readonly names: Names;
  /** In the order of the tree. */
  readonly files: readonly { readonly path: string; readonly facts: Int32Array }[];
  readonly filter: DefinitionFilter;
  /** Functions that have a node though the tree does not define them. */
  readonly declared: readonly string[];
};

/** A graph whose nodes can be written down. */
export type BuiltGraph = CallGraph & { readonly nodes: NodeTable };

/** The graph of a tree from the facts of its files. What is called and defined nowhere has a node without a file. */
export function buildGraph({ names, files: scanned, filter, declared }: GraphInput): BuiltGraph {
  const nothing = names.numberOf('NULL');
  const files = scanned.map(({ path }) => path);
  const sources = Uint8Array.from(files, (path) => (isSourcePath(path) ? 1 : 0));
  const isSource = (file: number): boolean => sources[file] === 1;
  const count = names.count() + declared.length;
  const nodes = makeNodeTable(names);
  const types = makeTypes(names, isSource);
  const functions = makeFunctions({ names: count, nodes, files, isSource, filter });
  const macros = makeMacros(count, files, isSource);
  const externals = new Map<number, number>();
  const opaque: { name: string; file: string; line: number }[] = [];
  /** The node of each function and macro, in the order of the records; -1 for what is opaque. */
  const own = makeNumbers();

  const functionLike = makeScoped(count, isSource);
  /** `int (f)(int a)`: the function is called where no macro has its name. */
  const bracketed = new Set<number>();
  /** Variables that may be pointers to functions. */
  const variables = makeScoped(count, isSource);
  // A function for each file, where V8 makes fast code once: of one that goes over all of them it would again and again.
  const findNames = (file: number, facts: Int32Array): void => {
    for (let at = 0; at < facts.length; at += recordLength(facts, at) || facts.length) {
      const isMacro = facts[at] === fact.macro && ((facts[at + 1] ?? 0) & flag.functionLike) !== 0;
      if (isMacro) functionLike.add(facts[at + 2] ?? 0, file, 1);
      const isPointer = facts[at] === fact.global && ((facts[at + 1] ?? 0) & flag.variable) !== 0;
      const isShared = !isSource(file) || ((facts[at + 1] ?? 0) & flag.static) === 0;
      if (isPointer) variables.add(facts[at + 2] ?? 0, file, isShared ? 1 : 0);
    }
  };
  for (const [file, { facts }] of scanned.entries()) findNames(file, facts);
  /** `DEFINE_STEP(name) { … }` defines what the macro says. */
  const isNamedByMacro = (facts: Int32Array, at: number, file: number): boolean =>
    ((facts[at + 1] ?? 0) & flag.untyped) !== 0 && functionLike.find(facts[at + 2] ?? 0, file) >= 0;
  const defineFunction = (facts: Int32Array, at: number, file: number): number => {
    const [flags, name, line] = [facts[at + 1] ?? 0, facts[at + 2] ?? 0, facts[at + 3] ?? 0];
    if (isNamedByMacro(facts, at, file)) {
      opaque.push({ name: names.wordOf(name), file: files[file] ?? '', line });
      return -1;
    }
    const isStatic = (flags & flag.static) !== 0;
    const node = nodes.add({ kind: 'function', name, file, line, isStatic });
    functions.add(name, node, file, isStatic);
    if ((flags & flag.bracketed) !== 0) bracketed.add(node);
    return node;
  };
  const defineMacro = (name: number, file: number, line: number): number =>
    macros.define(name, file, () => nodes.add({ kind: 'macro', name, file, line }));
  const define = (file: number, facts: Int32Array): void => {
    for (let at = 0; at < facts.length; at += recordLength(facts, at) || facts.length) {
      const record = facts[at];
      if (record === fact.function) own.push(defineFunction(facts, at, file));
      else if (record === fact.macro) own.push(defineMacro(facts[at + 2] ?? 0, file, facts[at + 3] ?? 0));
      if (record === fact.function || record === fact.macro || record === fact.struct) types.add(facts, at, file);
      else if (record === fact.typedef || record === fact.global) types.add(facts, at, file);
      else if (record === fact.opaque) {
        opaque.push({ name: names.wordOf(facts[at + 1] ?? 0), file: files[file] ?? '', line: facts[at + 2] ?? 0 });
      }
    }
  };
  // First what is defined, as calls stand before definitions and in other files.
  for (const [file, { facts }] of scanned.entries()) define(file, facts);
  types.finish();

  const edges = makeEdges();
  const external = (name: number): number => {
    const known = externals.get(name);
    if (known !== undefined) return known;
    const node = nodes.add({ kind: 'function', name, file: -1, line: 0 });
    externals.set(name, node);
    return node;
  };
  for (const name of declared) {
    const number = names.numberOf(name);
    if (functions.find(number, -1).length === 0) external(number);
  }
  /** What a name calls in the file that is read, by its index in `calledLists`: most are called there more than once. */
  const calledIn = new Int32Array(count).fill(-1);
  const calledAt = new Int32Array(count);
  let calledLists: (readonly number[])[] = [];
  const calleesOf = (name: number, file: number, caller: number): readonly number[] => {
    const known = calledIn[name] === file ? calledLists[calledAt[name] ?? 0] : undefined;
    if (known !== undefined && known[known.length - 1] !== caller) return known;
    const macro = macros.find(name, file);
    // In its own body a macro's name means the function.
    if (macro >= 0 && macro === caller) return functionsOf(name, file);
    const hides = macro >= 0 && functionLike.find(name, file) >= 0;
    const visible = functions.find(name, file).filter((node) => !hides || !bracketed.has(node));
    const found = macro >= 0 ? [...visible, macro] : functionsOf(name, file);
    calledIn[name] = file;
    calledAt[name] = calledLists.push(found) - 1;
    return found;
  };
  const functionsOf = (name: number, file: number): readonly number[] => {
    const found = functions.find(name, file);
    return found.length > 0 ? found : [external(name)];
  };
  const valuesOf = (kind: number, value: number, file: number, owner: number): readonly number[] => {
    if (kind === source.parameter) return owner < 0 ? none : [nodes.parameterOf(owner, value)];
    const found = functions.find(value, file);
    if (found.length > 0) return found;
    return declaredLists.get(value) ?? none;
  };
  const isVariable = (name: number, file: number): boolean => {
    const found = variables.find(name, file);
    return found >= 0 && (variables.fileOf(found) === file || variables.meaningOf(found) === 1);
  };
  const declaredLists = new Map([...externals].map(([name, node]) => [name, [node]] as const));
  const members = makeMembers({ names, nodes, types, edges });
  let [pointers, generated] = [0, 0];

  let records = 0;
  const connect = (file: number, facts: Int32Array): void => {
    calledLists = [];
    let owner = -1;
    let called = none;
    let calledMember: number | null = null;
    for (let at = 0; at < facts.length; at += recordLength(facts, at) || facts.length) {
      const first = facts[at + 1] ?? 0;
      const second = facts[at + 2] ?? 0;
      const third = facts[at + 3] ?? 0;
      switch (facts[at]) {
        case fact.function:
        case fact.macro:
          owner = own.at(records++);
          break;
        case fact.end:
          owner = -1;
          break;
        case fact.call:
          called = owner < 0 ? none : calleesOf(first, file, owner);
          calledMember = null;
          for (const callee of called) edges.add(owner, callee, edgeKind.call, file, second, third);
          if (called.length === 1 && nodes.file(called[0] ?? 0) < 0 && isVariable(first, file)) pointers++;
          break;
        case fact.parameterCall:
          called = none;
          calledMember = null;
          if (owner < 0) break;
          called = [nodes.parameterOf(owner, first)];
          edges.add(owner, called[0] ?? 0, edgeKind.call, file, second, third);
          break;
        case fact.valueCall: {
          const values = owner < 0 ? none : valuesOf(source.name, first, file, owner);
          called = values;
          calledMember = null;
          for (const callee of values) edges.add(owner, callee, edgeKind.call, file, second, third);
          // What no macro is, and no function, is another pointer.
          if (owner >= 0 && values.length === 0 && first !== nothing && macros.find(first, file) < 0) pointers++;
          break;
        }
        case fact.memberCall:
          called = none;
          calledMember = null;
          if (owner >= 0) calledMember = members.call(facts, at, { file, owner });
          break;
        case fact.pointerCall:
        case fact.generatedCall:
          called = none;
          calledMember = null;
          if (owner < 0) break;
          if (facts[at] === fact.pointerCall) pointers++;
          else generated++;
          break;
        case fact.argument: {
          if (calledMember === null && called.length === 0) break;
          const values = valuesOf(second, third, file, owner);
          if (values.length === 0) break;
          for (const holder of calledMember === null ? called : [calledMember]) {
            if (nodes.kind(holder) === 'parameter') continue;
            const parameter = nodes.parameterOf(holder, first);
            for (const value of values) edges.add(parameter, value, edgeKind.holds, file, facts[at + 4] ?? 0, -1);
          }
          break;
        }
        case fact.store:
          members.store(facts, at, file, valuesOf(second, third, file, owner));
          break;
        case fact.initialiser:
          members.initialise(facts, at, file, valuesOf(facts[at + 4] ?? 0, facts[at + 5] ?? 0, file, owner));
          break;
        default:
      }
    }
  };
  for (const [file, { facts }] of scanned.entries()) connect(file, facts);
  const unresolvedMembers = members.finish();
  const unresolved: Unresolved = { pointers, members: unresolvedMembers, generated, opaque };
  return { nodes, files, unresolved, ...edges.sorted(nodes.count) };
}

const none: readonly number[] = [];

/** A file that is compiled by itself, so that its static functions are its own. */
export function isSourcePath(path: string): boolean {
  return /\.(?:c|m)$/.test(path) && !/\.inc\.c$/.test(path);
}
