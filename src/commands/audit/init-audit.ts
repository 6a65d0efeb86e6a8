import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { writeOutputFile } from '../../io/input-file.ts';
import { schemaReference } from '../../io/schema-file.ts';
import { parseAudit } from '../../manifest/audit/parse-audit.ts';
import { formatAuditFile } from '../../manifest/audit/write-audit.ts';
import { jsonReport } from '../../report/json.ts';
import { bytesOfText, displayText } from '../../text/source-text.ts';
import type { InitAuditOptions } from '../options.ts';
import { doubledHeaders } from '../plan-run.ts';
import { readManifests } from '../read-manifests.ts';
import { refuse } from '../refuse.ts';
import type { Shell } from '../shell.ts';

/** Writes an audit file that names the given manifests, with what else can be said as comments. */
export function runInitAudit(options: InitAuditOptions, shell: Shell): number {
  const { manifests, findings } = readManifests(options.manifests, shell);
  const unsound = [...findings, ...doubledHeaders(manifests)];
  if (unsound.length > 0) return refuse('init', unsound, options, shell);
  const folder = options.output === null ? shell.cwd : dirname(resolve(shell.cwd, options.output));
  const asserting = manifests.flatMap(({ parts }) => parts.filter((part) => part.assert !== null));
  const [part = null] = asserting.length > 0 ? asserting : manifests.flatMap(({ parts }) => parts);
  const text = formatAuditFile({
    schemaRef: schemaReference(folder, 'audit'),
    manifests: options.manifests.map((path) => bytesOfText(fromFolder(folder, shell.cwd, path))),
    part: part?.name ?? 'io',
  });
  const parsed = parseAudit({ path: options.output ?? '--audit', text }, null);
  if (parsed.audit === null) return refuse('init', parsed.findings, options, shell);
  if (options.output !== null) {
    const problem = writeOutputFile(shell.cwd, { path: options.output, root: shell.cwd, replaces: 'nothing' }, text);
    if (problem) return refuse('init', [problem], options, shell);
  }
  if (options.format === 'json') {
    const extra = options.output === null ? { audit: displayText(text) } : { output: options.output };
    shell.stdout(jsonReport({ command: 'init', exitCode: 0, findings: [], extra }));
    return 0;
  }
  if (options.output === null) shell.stdout(text);
  shell.stderr(`name the functions that take and release the lock, then run 'header-split audit --file FILE'\n`);
  return 0;
}

/** A path relative to the folder of the audit file, as the file has it. */
function fromFolder(folder: string, cwd: string, path: string): string {
  return isAbsolute(path) ? path : relative(folder, resolve(cwd, path)).split(sep).join('/');
}
