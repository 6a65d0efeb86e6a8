import { dirname, join, resolve } from 'node:path';
import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import type { FileChange } from '../../diff/file-change.ts';
import { isLedOut } from '../../io/output-path.ts';
import { uncommittedChanges } from '../../io/series/uncommitted.ts';
import type { RevisionTree } from '../../io/tree/revision-tree.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { MANIFESTS } from '../../series/cover/cover-run.ts';
import type { SeriesPlan } from '../../series/series-plan.ts';
import { joinNames } from '../../series/wrap-text.ts';
import { type Place, placeOf, placeOfFile } from '../../text/place.ts';
import { displayText } from '../../text/source-text.ts';
import { checkComplete, checkTargets, unusableHeaderAt } from '../check-paths.ts';
import { STANDARD_OUTPUT } from '../options.ts';
import type { SeriesSources } from './series-sources.ts';
import type { SeriesTask } from './series-task.ts';

/** Why no series can be planned of these headers as the commit has them. */
export function headersUnfit(tree: RevisionTree, manifests: readonly Manifest[]): readonly Diagnostic[] {
  const unusable = manifests.flatMap(
    ({ header, source }) => unusableHeaderAt(tree, header.value, placeOf(source, header.span)) ?? [],
  );
  return unusable.length === 0 ? [] : [...checkComplete(tree), ...unusable];
}

/** Why no commits can be made of what was planned: the first reason of several kinds. `changes` are those of all patches. */
export function changesUnfit(
  { bench, root, sources, options, shell }: SeriesTask,
  tree: RevisionTree,
  { patches }: SeriesPlan,
  changes: readonly FileChange[],
): readonly Diagnostic[] {
  const made = patches.flatMap((patch) => (patch.kind === 'made' ? patch.changes : []));
  const blocked = checkTargets(tree.obstacleAt, made, sources.manifests);
  if (blocked.length > 0) return blocked;
  const touched = [...new Set(changes.map(({ path }) => path))].sort();
  const uncommitted = uncommittedChanges(bench, touched, options.from === null ? tree.commit : null);
  if (uncommitted.length > 0) return uncommitted;
  return options.output === null || options.output === STANDARD_OUTPUT
    ? []
    : folderUnfit({ bench, root, shell }, options.output, touched);
}

/** Mails may not go where a file of the series stands, or will, nor between git's own. */
function folderUnfit(
  { bench, root, shell }: Pick<SeriesTask, 'bench' | 'root' | 'shell'>,
  output: string,
  paths: readonly string[],
): readonly Diagnostic[] {
  const folder = resolve(shell.cwd, output);
  const { objects, isBare, repository } = bench.source;
  if ([repository.gitDir, dirname(objects)].some((own) => isAtOrBelow(folder, own))) {
    return [diagnostic('mails-unwritable', `${output} is in the git directory of the repository`, placeOfFile(output))];
  }
  if (isLedOut(root, shell.cwd, output)) {
    const message = `${output} is in the tree, but a symbolic link leads out of it`;
    return [diagnostic('mails-unwritable', message, placeOfFile(output))];
  }
  const file = isBare ? undefined : paths.find((path) => isAtOrBelow(folder, join(root, path)));
  if (file === undefined) return [];
  const message = `${output} is not a directory: the series makes the file ${file} there`;
  return [diagnostic('mails-unwritable', message, placeOfFile(output))];
}

function isAtOrBelow(path: string, other: string): boolean {
  return `${path}/`.startsWith(`${other}/`);
}

/** No refusal: a letter can be completed by hand. */
export function coverMissing(sources: SeriesSources): readonly Diagnostic[] {
  const message = 'nothing says why the series exists, and the cover letter should';
  return hasMotivation(sources) ? [] : [diagnostic('cover-missing', message, placeOfSources(sources))];
}

/** No refusal either: the first commit that splits a header should say why, and says only what. */
export function reasonMissing(sources: SeriesSources, { patches }: SeriesPlan): readonly Diagnostic[] {
  const split = patches.find((patch) => patch.kind === 'made' && patch.topic === 'split');
  if (split?.kind !== 'made' || hasMotivation(sources) || sources.series.bodies.split !== null) return [];
  const message = `the commit '${displayText(split.subject)}' does not say why`;
  return [diagnostic('reason-missing', message, placeOfSources(sources))];
}

/** Nor here: the mails tell how they were generated, and without files that the commit lacks nobody can do that again. */
export function sourcesUnreachable(sources: SeriesSources, absent: readonly string[]): readonly Diagnostic[] {
  if (absent.length === 0 || (sources.series.cover.manifests?.text ?? '').trim() !== '') return [];
  const verb = absent.length === 1 && absent[0] !== MANIFESTS ? 'is' : 'are';
  const message = `the mails say how they were generated, and ${joinNames(absent)} ${verb} not in the commit that they apply to`;
  return [diagnostic('sources-unreachable', message, placeOfSources(sources))];
}

/** What a series file asks for besides what the manifests change; such a series makes patches of that alone. */
export function ignoredSince({ series }: SeriesSources): readonly Diagnostic[] {
  if (!('source' in series)) return [];
  const { source, audit, prerequisites, consumers, cover } = series;
  const keys = [
    ['audit', audit],
    ['prerequisites', prerequisites[0]],
    ['consumers', consumers?.[0]],
  ] as const;
  const ofSplit = [
    ['title', cover.title],
    ['body', cover.body],
    ['tested', cover.tested],
  ] as const;
  return [
    ...keys.flatMap(([key, first]) =>
      first == null
        ? []
        : [
            diagnostic(
              'since-ignores',
              `\`${key}\` makes no patch in a series since a revision`,
              placeOf(source, first.span),
            ),
          ],
    ),
    ...ofSplit.flatMap(([key, template]) => {
      if (template === null) return [];
      const message = `\`${key}\` under \`cover\` is about the split, and not used in a series since a revision`;
      const finding = diagnostic('since-ignores', message, placeOf(template.source, template.span));
      return [withNext(finding, 'Say why in `why` of the entries, and the rest in the letter.')];
    }),
  ];
}

/** The settings without what the letter of the split says: of a change of the manifests it is not true. */
export function withoutWordsOfSplit(sources: SeriesSources): SeriesSources {
  const { series } = sources;
  return { ...sources, series: { ...series, cover: { ...series.cover, title: null, body: null, tested: null } } };
}

/** Whether the sender may sign off is not for a tool to say. */
export function signOffMissing({ root, options }: SeriesTask, signsOff: boolean): readonly Diagnostic[] {
  if (!signsOff || options.signOff) return [];
  const message = 'the commits before the series are signed off, and those of the series are not';
  return [diagnostic('signoff-missing', message, placeOfFile(root))];
}

function hasMotivation({ series }: SeriesSources): boolean {
  return (series.cover.body?.text ?? '').trim() !== '';
}

function placeOfSources({ series, manifests }: SeriesSources): Place {
  const named = 'source' in series ? series.source : manifests[0]?.source;
  return placeOfFile(named?.path ?? '.');
}
