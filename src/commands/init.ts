import { resolve } from 'node:path';
import { learnSplit } from '../adopt/learn/learn-split.ts';
import { factsOfFunctions } from '../assign/function-facts.ts';
import { remarksOn } from '../assign/remarks.ts';
import { type Diagnostic, diagnostic, stopsTheRun } from '../diagnostics/diagnostic.ts';
import { commentStyleOf, formatComment } from '../edits/block-comment.ts';
import { writeOutputFile } from '../io/input-file.ts';
import { pathInTree } from '../io/path-in-tree.ts';
import { schemaReference } from '../io/schema-file.ts';
import type { DiskTree } from '../io/tree/disk-tree.ts';
import { parseManifest } from '../manifest/parse-manifest.ts';
import { formatLearntManifest, type LearntManifest } from '../manifest/write-learnt-manifest.ts';
import { formatManifest } from '../manifest/write-manifest.ts';
import { checkText } from '../model/check-text.ts';
import { whyOnce } from '../plan/check-header.ts';
import { definingFiles } from '../plan/definitions/defining-files.ts';
import { definitionGlobs, functionsToDefine } from '../plan/definitions/suggest-globs.ts';
import { includeDirsToWrite } from '../plan/includes/dirs/dirs-to-write.ts';
import { preludeOf } from '../plan/includes/prelude.ts';
import { readUnassigned } from '../plan/names/unseen-annotations.ts';
import { jsonReport } from '../report/json.ts';
import { countOf } from '../text/count-of.ts';
import { placeOfFile } from '../text/place.ts';
import { bytesOfText, displayText, type SourceText } from '../text/source-text.ts';
import { checkHeaderPath } from './check-paths.ts';
import { openTree } from './open-tree.ts';
import type { InitOptions } from './options.ts';
import { refuse } from './refuse.ts';
import type { Shell } from './shell.ts';

/** Parts of a manifest for which the user named none. */
const USUAL_PARTS: readonly string[] = ['common', 'graph', 'io'];

type Written = {
  readonly manifest: string;
  readonly prototypes: readonly string[];
  /** What was written, and what to do next: one line, without its end. */
  readonly summary: string;
};

/**
 * Writes a manifest with every prototype of a header, in order: without a part, or, of a header that was split by hand,
 * with the part whose file it stands in.
 */
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
  const source = { path, text: tree.read(path) ?? '' };
  const unfit = checkHeaderPath(tree, path, placeOfFile(options.header)) ?? checkText(source);
  if (unfit) return refuse('init', [unfit], options, shell);
  const schemaRef = schemaReference(options.output === null ? shell.cwd : resolve(shell.cwd, options.output, '..'));
  const written = options.fromSplit
    ? learntManifest(tree, source, schemaRef)
    : emptyManifest(tree, source, schemaRef, options.parts);
  if ('findings' in written) return refuse('init', written.findings, options, shell);
  const { manifest, prototypes, summary } = written;
  // Parts come from the command line, or from names of files: what the format forbids is better said now than by the
  // first `check`.
  const parsed = parseManifest({ path: options.output ?? '--parts', text: manifest });
  if (parsed.manifest === null) return refuse('init', parsed.findings, options, shell);
  if (options.output !== null) {
    const problem = writeOutputFile(
      shell.cwd,
      { path: options.output, root: tree.root, replaces: 'nothing' },
      manifest,
    );
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
    shell.stderr(`${path}: ${summary}\n`);
  }
  return stopsTheRun(tree.notes) ? 2 : 0;
}

function emptyManifest(tree: DiskTree, source: SourceText, schemaRef: string, named: readonly string[]): Written {
  const { header, unseen } = readUnassigned(tree, source);
  const defined = definingFiles(tree, functionsToDefine([header]));
  const { globs, others } = definitionGlobs(defined, [source.path]);
  const leftOut = new Set([...others, ...globs.flatMap((glob) => (glob.startsWith('!') ? [glob.slice(1)] : []))]);
  const facts = factsOfFunctions([header], defined);
  const prototypes = facts.map(({ name }) => name);
  const once = whyOnce(header);
  const parts = named.length > 0 ? named : USUAL_PARTS;
  const manifest = formatManifest({
    schemaRef,
    header: bytesOfText(source.path),
    shared: parts.includes('common') ? 'common' : (parts[0] ?? 'common'),
    parts: [...parts],
    prelude: preludeOf(tree, source.path),
    includeDirs: includeDirsToWrite(tree, source.path).map(bytesOfText),
    annotations: [...unseen],
    definitions: globs.length > 0 ? globs.map(bytesOfText) : null,
    otherDefinitions: others.map(bytesOfText),
    prototypes,
    remarks: remarksOn(facts, source.path, leftOut),
    licenceMissing: header.licence === null,
    once,
    reinclude: false,
  });
  const summary =
    prototypes.length === 0
      ? "no prototypes; if its parts are headers that it includes, 'header-split init --from-split' learns them"
      : `${countOf(prototypes.length, 'prototype')}; give ${prototypes.length === 1 ? 'it' : 'each'} a part (header-split assign), then run 'header-split check'`;
  return { manifest, prototypes, summary: `${once === null ? '' : ONCE_SUMMARY[once]}${summary}` };
}

const ONCE_SUMMARY = {
  'no guard': "no include guard (see 'reinclude' in the manifest); ",
  'code outside': "code outside its include guard (see 'reinclude' in the manifest); ",
};

function learntManifest(
  tree: DiskTree,
  source: SourceText,
  schemaRef: string,
): Written | { readonly findings: readonly Diagnostic[] } {
  const { learnt, findings } = learnSplit(tree, source, (wrapper) => {
    const style = commentStyleOf(wrapper);
    return (text) => formatComment(text, style, wrapper.lineEnd);
  });
  if (learnt === null) return { findings };
  const prototypes = [...learnt.prototypes.keys()];
  const count = `${countOf(prototypes.length, 'prototype')} in ${functionsByPart(learnt)}`;
  const next = "read what is asserted, then run 'header-split check'";
  return { manifest: formatLearntManifest(learnt, schemaRef), prototypes, summary: `${count}; ${next}` };
}

function functionsByPart({ parts, prototypes }: LearntManifest): string {
  const inPart = [...prototypes.values()];
  return parts.map(({ name }) => `${name} ${inPart.filter((one) => one === name).length}`).join(', ');
}
