import type { Manifest } from '../manifest/manifest.ts';
import type { Header } from '../model/header.ts';
import { includedPath } from '../plan/assign.ts';
import { baseName } from '../text/file-path.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { includeOperandLike } from './include-operand.ts';

/**
 * The edit that makes a part file include `path` where a split with assertions would have put it: below the part files
 * that it includes, else below its guard. Null when the file includes `path` already.
 */
export function insertPartFileInclude(header: Header, path: string, manifest: Manifest): TextEdit | null {
  const { items, lineEnd } = header;
  if (items.some((item) => includedPath(item).includes(path))) return null;
  const fileNames = new Set(manifest.parts.map((part) => baseName(part.file)));
  const isOther = items.findIndex((item) => !includedPath(item).some((included) => fileNames.has(baseName(included))));
  const last = items[(isOther < 0 ? items.length : isOther) - 1];
  const line = `${lineEnd}#include ${includeOperandLike(path, header.source.text)}`;
  const at = last ? last.span.end : endOfOpening(header);
  return { span: { start: at, end: at }, insert: last ? line : lineEnd + line };
}

/** Past licence, or the other comments at the top, and guard. */
export function endOfOpening({ guard, licence, opening }: Header): number {
  const licenceEnd = Math.max(licence?.end ?? 0, opening?.span.end ?? 0);
  switch (guard.kind) {
    case 'none':
      return licenceEnd;
    case 'once':
      return Math.max(licenceEnd, guard.once.end);
    case 'macro':
      return Math.max(licenceEnd, guard.open.end, guard.once?.end ?? 0);
  }
}
