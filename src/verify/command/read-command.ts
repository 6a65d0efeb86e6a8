import { compilerOf, type Machine } from './find-compiler.ts';
import { type Flag, flagOf, type Paths } from './flags.ts';
import { type Language, languageOf } from './languages.ts';
import { ruleOf } from './option-table.ts';
import { expandResponseFiles, type ReadResponse } from './response-files.ts';

/** How one unit is compiled, with nothing in it that writes, or runs anything but the compiler. */
export type Unit = {
  /** The source as the database has it, for people. */
  readonly file: string;
  /** The source and the directory the compiler runs in: real and absolute, in the tree or a build directory. */
  readonly source: string;
  readonly folder: string;
  /** Absolute. */
  readonly compiler: string;
  readonly flags: readonly Flag[];
  /** The source as the compiler gets it. */
  readonly input: Flag;
  readonly language: Language;
  /** Whether the project looks at warnings at all: not with `-w`. */
  readonly warns: boolean;
};

export type UnitRead =
  | { readonly kind: 'unit'; readonly unit: Unit }
  /** `word` is what the command has that no proof carries out. */
  | { readonly kind: 'refused'; readonly word: string; readonly reason: string }
  /** No source of C or C++. */
  | { readonly kind: 'other' };

export type CommandWorld = {
  readonly paths: Paths;
  readonly machine: Machine;
  readonly response: (folder: string) => ReadResponse;
};

type Recorded = { readonly file: string; readonly folder: string; readonly words: readonly string[] };

/**
 * Turns a recorded command into one that reads the source and writes nothing by itself: what says where output goes is left
 * out, what could run or load something of the tree is refused by name, and so is what is not known.
 */
export function readCommand({ file, folder, words }: Recorded, world: CommandWorld): UnitRead {
  const { paths } = world;
  const source = paths.real(folder, file);
  if (!paths.isInside(folder))
    return refused(folder, 'its directory is neither in the tree nor in the build directory');
  if (!paths.isFolder(folder)) return refused(folder, 'its directory does not exist');
  if (!paths.isInside(source)) return refused(file, 'the source is neither in the tree nor in the build directory');
  const expanded = expandResponseFiles(words, world.response(folder));
  if (expanded.kind === 'refused') return expanded;
  const compiler = compilerOf(expanded.words, folder, world.machine);
  if (compiler.kind === 'refused') return compiler;
  const read = readOptions(compiler.rest, folder, paths);
  if ('reason' in read) return read;
  const other = read.inputs.find((one) => paths.real(folder, one) !== source);
  if (other !== undefined) return refused(other, `it is neither an option nor the source, ${file}`);
  const [input] = read.inputs;
  if (input === undefined) return refused(file, 'the command does not name the source');
  if (read.inputs.length > 1) return refused(input, 'the command names the source twice');
  const language = languageOf(source, read.forced, compiler.program);
  if (language === null) return { kind: 'other' };
  const named = flagOf('', input.startsWith('-') ? `./${input}` : input, folder, paths);
  return {
    kind: 'unit',
    unit: {
      ...{ file, source, folder, language, compiler: compiler.program, flags: read.flags, input: named },
      warns: read.warns,
    },
  };
}

type Options = {
  readonly flags: readonly Flag[];
  readonly inputs: readonly string[];
  /** What `-x` says. */
  readonly forced: string | null;
  readonly warns: boolean;
};

function readOptions(words: readonly string[], folder: string, paths: Paths): Options | Refusal {
  const flags: Flag[] = [];
  const inputs: string[] = [];
  let forced: string | null = null;
  let warns = true;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '-' || !word.startsWith('-')) {
      inputs.push(word);
      continue;
    }
    if (word === '-w') warns = false;
    if (/^-W[pl],/.test(word)) {
      const passed = readPassed(word, folder, paths);
      if ('reason' in passed) return passed;
      flags.push(...passed.flags);
      continue;
    }
    const found = word.startsWith('-W') && !/^-W(error|fatal-errors|a,)/.test(word) ? WARNING : ruleOf(word);
    if (found === null) return refused(word, 'it is not an option that verify knows');
    const { option, rule } = found;
    const isJoined = rule.value === 'joined' || (rule.value === 'joined-or-next' && word.length > option.length);
    const takesNext = rule.value === 'next' || (rule.value === 'joined-or-next' && !isJoined);
    const next = words[at + 1];
    if (rule.treatment === 'refuse') return refused(word, refusal(word));
    if (takesNext && next === undefined) return refused(word, 'its value is missing');
    if (takesNext) at++;
    const value = isJoined ? word.slice(option.length) : takesNext ? (next ?? '') : '';
    switch (rule.treatment) {
      case 'drop':
        break;
      case 'output':
        if (value !== '/dev/null' && !paths.isInside(paths.real(folder, value))) return outside(option, value);
        break;
      case 'path':
        flags.push(...pathFlags(option, value, isJoined, folder, paths));
        break;
      case 'keep':
        if (option === '-x') forced = value === 'none' ? null : value;
        else if (takesNext) flags.push(...(option.length === 2 ? [`${option}${value}`] : [option, value]));
        else if (!/^-[DU]/.test(word) && word.includes('=') && /[/|]/.test(word.slice(word.indexOf('='))))
          return refused(word, 'it names a path, and verify does not know what for');
        else flags.push(word);
        break;
    }
  }
  return { flags, inputs, forced, warns };
}

const WARNING = { option: '-W', rule: { treatment: 'keep', value: 'none' } } as const;

function pathFlags(option: string, value: string, isJoined: boolean, folder: string, paths: Paths): readonly Flag[] {
  // The compiler puts its own system root or prefix before such a path.
  if (value.startsWith('=') || /^-iwith/.test(option)) return isJoined ? [`${option}${value}`] : [option, value];
  if (isJoined || option === '-I') return [flagOf(option, value, folder, paths)];
  // The compiler looks for a file to include beside the source and on its path too.
  const isSearched = /^-i(nclude|macros)$/.test(option) && !value.includes('/');
  return [option, isSearched ? value : flagOf('', value, folder, paths)];
}

/** `-Wp,-MMD,out.d` and `-Wl,…`: words for the preprocessor and the linker. */
function readPassed(word: string, folder: string, paths: Paths): { readonly flags: readonly Flag[] } | Refusal {
  const [, ...passed] = word.split(',');
  if (word.startsWith('-Wl,')) {
    return /plugin/.test(word) ? refused(word, refusal(word)) : { flags: [] };
  }
  const flags: Flag[] = [];
  for (let at = 0; at < passed.length; at++) {
    const one = passed[at] ?? '';
    if (/^-[DU]./.test(one)) flags.push(one);
    else if (/^-M(M?D|F|T|Q)$/.test(one)) {
      const value = passed[++at] ?? '';
      if (!/^-M[TQ]$/.test(one) && !paths.isInside(paths.real(folder, value))) return outside(`-Wp,${one}`, value);
    } else if (!/^-M[MGP]?$/.test(one)) return refused(word, 'it passes on what verify does not know');
  }
  return { flags };
}

function refusal(word: string): string {
  if (/plugin|load/i.test(word)) return 'it loads a plugin into the compiler';
  if (/^-B|specs|wrapper|prefix|config/.test(word)) return 'it says which programs the compiler starts';
  return 'it changes what the compiler does in a way that verify does not follow';
}

function outside(option: string, value: string): Refusal {
  return refused(`${option} ${value}`, 'it writes outside the tree and the build directory');
}

type Refusal = Extract<UnitRead, { kind: 'refused' }>;

function refused(word: string, reason: string): Refusal {
  return { kind: 'refused', word, reason };
}
