import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import type { Header } from '../../model/header.ts';
import type { SplitHeaders } from '../split-headers.ts';
import { placeOfGuard } from './place-of-guard.ts';

/**
 * Law: no two files of the split have the same guard. How a guard is spelt is no matter; of two, the one that the
 * manifest gives stays. A file that has not the guard that the manifest gives it gets that one, and is no part of this.
 */
export function checkOwnGuards({ wrapper, parts }: SplitHeaders, manifest: Manifest): readonly Diagnostic[] {
  const given = new Map(manifest.parts.flatMap(({ file, guard }) => (guard === null ? [] : [[file, guard] as const])));
  const isGiven = ({ source }: Header): boolean => given.has(source.path);
  const isRight = ({ source, guard }: Header): boolean =>
    guard.kind === 'macro' && given.get(source.path) === guard.name;
  const headers = [wrapper, ...parts.values()];
  const ranked = [...headers.filter(isRight), ...headers.filter((header) => !isGiven(header))];
  return ranked.flatMap((header, at) => {
    if (header.guard.kind !== 'macro') return [];
    const { name } = header.guard;
    const other = ranked.slice(0, at).find(({ guard }) => guard.kind === 'macro' && guard.name === name);
    if (!other) return [];
    const message = `${header.source.path} has the guard ${name} of ${other.source.path}: a file that includes both sees only one`;
    return [
      diagnostic('guard-doubled', message, placeOfGuard(header), { place: placeOfGuard(other), label: 'also here' }),
    ];
  });
}
