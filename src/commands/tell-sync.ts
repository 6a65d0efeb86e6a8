import type { SyncedManifest } from '../adopt/sync/sync-manifest.ts';
import { assertNever } from '../diagnostics/assert-never.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ManifestChange } from '../manifest/edit/manifest-change.ts';
import { jsonReport } from '../report/json.ts';
import { printable } from '../report/printable.ts';
import { displayText } from '../text/source-text.ts';

/** One line for each change of a manifest, or one that there is none. */
export function describeSync(synced: readonly SyncedManifest[]): string {
  return synced
    .flatMap(({ before: { source }, changes }) => {
      const lines = changes.map((change) => `${change.section}: '${displayText(change.name)}' ${describe(change)}`);
      return (lines.length === 0 ? ['nothing to do'] : lines).map((line) => `${printable(source.path)}: ${line}\n`);
    })
    .join('');
}

/** The document of `--format json`; `diff` is that of `--dry-run`, null when the manifests were written. */
export function syncReport(
  synced: readonly SyncedManifest[],
  findings: readonly Diagnostic[],
  diff: string | null,
): string {
  const manifests = synced.map(({ before, changes }) => ({
    manifest: before.source.path,
    header: before.header.value,
    changes: changes.map(jsonChange),
  }));
  const extra = { manifests, ...(diff === null ? {} : { diff: displayText(diff) }) };
  return jsonReport({ command: 'sync', exitCode: 0, findings, extra });
}

function describe(change: ManifestChange): string {
  switch (change.kind) {
    case 'add':
      return `is new in part '${change.part}'`;
    case 'remove':
      return 'is gone';
    case 'assign':
      return change.was === null
        ? `goes to part '${change.part}'`
        : `goes from part '${change.was}' to part '${change.part}'`;
    default:
      return assertNever(change);
  }
}

/** `from` and `to` are parts; null: none. */
function jsonChange(change: ManifestChange): object {
  const { kind, section } = change;
  return {
    kind,
    section,
    name: displayText(change.name),
    from: kind === 'add' ? null : change.was,
    to: kind === 'remove' ? null : change.part,
  };
}
