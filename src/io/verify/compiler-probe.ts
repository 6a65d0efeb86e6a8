import { createHash } from 'node:crypto';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languageFlag } from '../../verify/command/languages.ts';
import { wantedOptions } from '../../verify/neutral-flags.ts';
import { runProcess } from './run-process.ts';

/** What is known of a compiler for one language. */
export type Probed = {
  /** Those of the wanted options that it takes. */
  readonly options: readonly string[];
  /** Whether it can take the scratch trees' names out of `__FILE__`. */
  readonly mapsPrefix: boolean;
  /** What a result depends on besides options and files. */
  readonly identity: string;
};

export type ProbeCompiler = (compiler: string, language: Language) => Promise<Probed>;

/** Asks each compiler once, by letting it read an empty file. */
export function compilerProbe(scratch: string, env: NodeJS.ProcessEnv): ProbeCompiler {
  const known = new Map<string, Promise<Probed>>();
  const empty = join(scratch, 'tmp', 'empty');
  writeFileSync(empty, '');
  const takes = async (compiler: string, language: Language, options: readonly string[]): Promise<boolean> => {
    const args = [...options, '-x', languageFlag(language), '-fsyntax-only', empty];
    const end = await runProcess(compiler, args, { folder: scratch, env });
    return end.kind === 'ended' && end.status === 0 && !/unrecognized|unknown|not supported|unused/i.test(end.errors);
  };
  return (compiler, language) => {
    const key = `${language} ${compiler}`;
    const found = known.get(key) ?? probe(compiler, language, takes, { scratch, env });
    known.set(key, found);
    return found;
  };
}

async function probe(
  compiler: string,
  language: Language,
  takes: (compiler: string, language: Language, options: readonly string[]) => Promise<boolean>,
  { scratch, env }: { readonly scratch: string; readonly env: NodeJS.ProcessEnv },
): Promise<Probed> {
  const map = '-ffile-prefix-map=/header-split=';
  const version = await runProcess(compiler, ['--version'], { folder: scratch, env, keepOutput: true });
  const said = version.kind === 'ended' ? version.output : '';
  const identity = createHash('sha256')
    .update(`${said}\n${stampOf(compiler)}`)
    .digest('hex');
  if (await takes(compiler, language, [...wantedOptions, map]))
    return { options: wantedOptions, mapsPrefix: true, identity };
  const options: string[] = [];
  for (const option of wantedOptions) if (await takes(compiler, language, [option])) options.push(option);
  return { options, mapsPrefix: await takes(compiler, language, [map]), identity };
}

function stampOf(compiler: string): string {
  const stat = statSync(compiler, { throwIfNoEntry: false });
  return stat === undefined ? '' : `${stat.size} ${stat.mtimeMs}`;
}
