import { assertNever } from '../../diagnostics/assert-never.ts';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { placeOf } from '../../text/place.ts';
import type { SourceText } from '../../text/source-text.ts';
import { span } from '../../text/span.ts';
import type { Tree } from '../../text/tree.ts';
import type { UsersPlan } from '../plan-users.ts';
import { lendingGuesses } from './lending-guesses.ts';
import { includesOfWrapper } from './users-report.ts';

/** What the maintainer should know of the plan: what stays and why, and who gets a line that it never had. */
export function tellPlan(
  plan: UsersPlan,
  tree: Pick<Tree, 'read'>,
  manifests: readonly Manifest[],
): readonly Diagnostic[] {
  const { graph, wrappers } = plan.situation;
  const sources = new Map<string, SourceText>();
  // A file may include the header thousands of times.
  const sourceOf = (path: string): SourceText => {
    const source = sources.get(path) ?? { path, text: tree.read(path) ?? '' };
    sources.set(path, source);
    return source;
  };
  const direct = wrappers.flatMap((wrapper) =>
    includesOfWrapper(plan, wrapper).flatMap(({ file, line, outcome }): readonly Diagnostic[] => {
      const path = graph.paths[file] ?? '';
      const source = sourceOf(path);
      const place = placeOf(source, line.operand);
      switch (outcome.kind) {
        case 'unsure': {
          const why = { place: placeOf(source, span(outcome.at, outcome.at)), label: outcome.reason };
          return [diagnostic('user-unsure', `${path} keeps ${wrapper.moved.path}: ${outcome.reason}`, place, why)];
        }
        case 'kept': {
          const { span: key } =
            manifests.find(({ header }) => header.value === wrapper.moved.path)?.users?.keep.get(path) ?? {};
          const { source: manifest } = manifests.find(({ header }) => header.value === wrapper.moved.path) ?? {};
          const at = key && manifest ? placeOf(manifest, key) : place;
          return [diagnostic('user-kept', `${path} keeps ${wrapper.moved.path}: ${outcome.why}`, at)];
        }
        case 'nothing':
          return [diagnostic('user-needs-nothing', `${path} uses nothing of ${wrapper.moved.path}`, place)];
        case 'unused':
          return [
            diagnostic('user-unused', `${path} uses nothing of ${wrapper.moved.path} and loses the include`, place),
          ];
        case 'outside':
        case 'narrowed':
        case 'everything':
        case 'conditional':
        case 'elsewhere':
          return [];
        default:
          return assertNever(outcome);
      }
    }),
  );
  const relied = [...plan.narrowed.rewrites].flatMap(([file, { added }]): readonly Diagnostic[] => {
    const path = graph.paths[file] ?? '';
    return [...added].flatMap(([line, behind]) => {
      const through = graph.facts[file]?.includes[line];
      if (!through) return [];
      const names = behind.map(({ destination }) => destination.path).join(' and ');
      const place = placeOf(sourceOf(path), through.operand);
      return [diagnostic('user-relied', `${path} had ${names} by this include, and gets an include of its own`, place)];
    });
  });
  const guessed = lendingGuesses(plan).map(({ file, line, files }): Diagnostic => {
    const message = `${file} may read ${files.join(' or ')} by <${line.path}>, which no include directory has`;
    return diagnostic('user-guessed', message, placeOf(sourceOf(file), line.operand));
  });
  const told = new Set(direct.map(({ places }) => places[0].place.file));
  const blind = plan.blind.flatMap((path): readonly Diagnostic[] => {
    if (told.has(path) || manifests.every(({ users }) => users?.keep.has(path))) return [];
    const source = sourceOf(path);
    const at = Math.max(0, source.text.search(/^[ \t]*#[ \t]*(?:include|import)[a-z_]*[ \t]*[^ \t"<]/m));
    const message = `${path} includes a file by a macro and uses a name that moved: it may lose it`;
    return [diagnostic('user-unsure', message, placeOf(source, span(at, at)))];
  });
  const paths = new Set(graph.paths);
  const unknown = manifests.flatMap(({ source, users }) =>
    [...(users?.keep ?? []), ...(users?.need ?? [])].flatMap(([path, { span: key }]) =>
      paths.has(path) || plan.blind.includes(path)
        ? []
        : [diagnostic('user-unknown', `${path} does not read the header`, placeOf(source, key))],
    ),
  );
  return [
    ...direct,
    ...relied.sort((a, b) => (a.places[0].place.file < b.places[0].place.file ? -1 : 1)),
    ...guessed,
    ...blind,
    ...unknown,
  ];
}
