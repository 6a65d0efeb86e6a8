import { resolve } from 'node:path';
import { diagnostic, stopsTheRun } from '../diagnostics/diagnostic.ts';
import { writeOutputFile } from '../io/input-file.ts';
import { pathInTree } from '../io/path-in-tree.ts';
import { schemaReference } from '../io/schema-file.ts';
import { parseManifest } from '../manifest/parse-manifest.ts';
import { formatManifest } from '../manifest/write-manifest.ts';
import { checkText } from '../model/check-text.ts';
import { definitionGlobs } from '../plan/definition-globs.ts';
import { functionNames } from '../plan/placement.ts';
import { preludeOf } from '../plan/prelude.ts';
import { readUnassigned } from '../plan/unseen-annotations.ts';
import { jsonReport } from '../report/json.ts';
import { placeOfFile } from '../text/place.ts';
import { displayText } from '../text/source-text.ts';
import { checkHeaderPath } from './check-paths.ts';
import { openTree } from './open-tree.ts';
import type { InitOptions } from './options.ts';
import { refuse } from './refuse.ts';
import type { Shell } from './shell.ts';

/** Parts of a manifest for which the user named none. */
const USUAL_PARTS: readonly string[] = ['common', 'graph', 'io'];

/** Writes a manifest with every prototype of a header, in order and without a part. */
export function runInit(options: InitOptions, shell: Shell): number {
  const opened = openTree(options.root, shell);
  if (opened.kind === 'refused') return refuse('init', opened.findings, options, shell);
  const { tree } = opened;
  const path = pathInTree(tree.root, shell.cwd, options.header);
  if (path === null)
    return refuse(
      'init',
      [diagnostic('header-outside', `${options.header} is not below ${tree.root}`, placeOfFile(options.header))],
      options,
      shell,
    );
  const text = tree.read(path) ?? '';
  const unfit = checkHeaderPath(tree, path, placeOfFile(options.header)) ?? checkText({ path, text });
  if (unfit) return refuse('init', [unfit], options, shell);
  const { header, unseen } = readUnassigned(tree, { path, text });
  const prototypes = [...new Set(header.items.flatMap(functionNames))];
  const { globs, others } = definitionGlobs(tree, header);
  const parts = options.parts.length > 0 ? options.parts : USUAL_PARTS;
  const manifest = formatManifest({
    schemaRef: schemaReference(options.output === null ? shell.cwd : resolve(shell.cwd, options.output, '..')),
    header: path,
    shared: parts.includes('common') ? 'common' : (parts[0] ?? 'common'),
    parts: [...parts],
    prelude: preludeOf(tree, path),
    annotations: [...unseen],
    definitions: globs.length > 0 ? globs : null,
    otherDefinitions: others,
    prototypes,
    licenceMissing: header.licence === null,
    reinclude: false,
  });
  // Parts come from the command line: what the format forbids is better said now than by the first `check`.
  const parsed = parseManifest({ path: options.output ?? '--parts', text: manifest });
  if (parsed.manifest === null) return refuse('init', parsed.findings, options, shell);
  if (options.output !== null) {
    const problem = writeOutputFile(shell.cwd, options.output, manifest, true);
    if (problem) return refuse('init', [problem], options, shell);
  }
  if (options.format === 'json') {
    const extra = {
      header: path,
      prototypes,
      ...(options.output === null ? { manifest: displayText(manifest) } : { output: options.output }),
    };
    shell.stdout(jsonReport({ command: 'init', exitCode: 0, findings: tree.notes, extra }));
  } else {
    if (options.output === null) shell.stdout(manifest);
    shell.stderr(`${path}: ${prototypes.length} prototypes; give each a part, then run 'header-split check'\n`);
  }
  return stopsTheRun(tree.notes) ? 2 : 0;
}
