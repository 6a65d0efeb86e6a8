import { UsageError } from './usage-error.ts';

/** Tells the files of C among what the command line names from the manifests. */
export function manifestsAndFiles(named: readonly string[]): {
  readonly manifests: readonly string[];
  readonly files: readonly string[];
} {
  const manifests = named.filter((path) => !SOURCE.test(path));
  if (manifests.length === 0) throw new UsageError('no manifest given, only files of C');
  return { manifests, files: named.filter((path) => SOURCE.test(path)) };
}

const SOURCE = /\.(?:c|h|m|y|S|cc|cpp|cxx|c\+\+|mm|hh|hpp|hxx|inc|inl|tcc|def)$/;
