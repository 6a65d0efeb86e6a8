import { type Finding, finding } from '../finding.ts';
import type { PartDraft, PartsDraft } from '../read/part-draft.ts';
import { partFiles } from '../read/part-file.ts';

/** No two parts have the same file, except by `into`, none has the header's, and none a file below that of another. */
export function checkClashingFiles({ header, parts }: PartsDraft): Finding[] {
  if (header === null) return [];
  const files = partFiles(parts, header.value);
  const owners = new Map<string, PartDraft>();
  const takenFolders = new Map<string, string>();
  return parts.flatMap((part) => {
    if (part.into !== null) return [];
    const file = files.get(part) ?? '';
    if (file === header.value || isBelow(file, header.value)) {
      const message = `part '${part.name}' would be written over the header`;
      return [finding('clashing-file', message, placeOfFileOf(part), { at: header.span, label: 'the header' })];
    }
    const other = owners.get(file);
    const above = takenFolders.get(file) ?? foldersOf(file).find((folder) => owners.has(folder));
    const owner = owners.get(above ?? '');
    if (above !== undefined && owner !== undefined) {
      const message = `'${file}' of part '${part.name}' and '${above}' of part '${owner.name}' cannot both be files`;
      const label = `part '${owner.name}'`;
      return [finding('clashing-file', message, placeOfFileOf(part), { at: placeOfFileOf(owner), label })];
    }
    if (other === undefined) {
      owners.set(file, part);
      for (const folder of foldersOf(file)) if (!takenFolders.has(folder)) takenFolders.set(folder, file);
      return [];
    }
    const message = `parts '${other.name}' and '${part.name}' would both be written to '${file}'`;
    const related = { at: placeOfFileOf(other), label: `part '${other.name}'` };
    const next = `Give one another file, or write 'into: ${other.name}' for '${part.name}' to make it a second section.`;
    return [{ ...finding('clashing-file', message, placeOfFileOf(part), related), next }];
  });
}

function isBelow(path: string, file: string): boolean {
  return path.startsWith(`${file}/`);
}

/** The folders that a file lies in. */
function foldersOf(file: string): readonly string[] {
  return [...file.matchAll(/\//g)].map(({ index }) => file.slice(0, index));
}

/** Where a part's file is said: at its `file`, else at its name, from which the file follows. */
function placeOfFileOf({ file, span }: PartDraft): PartDraft['span'] {
  return file?.span ?? span;
}
