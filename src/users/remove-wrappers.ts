import { type Diagnostic, diagnostic, withNext } from '../diagnostics/diagnostic.ts';
import { changeOf, type FileChange } from '../diff/file-change.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { withoutComments } from '../plan/includes/without-comments.ts';
import { baseName } from '../text/file-path.ts';
import { placeOf, placeOfFile } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';
import { isCFile } from './facts/c-file.ts';
import type { UsersPlan } from './plan-users.ts';
import type { Spelling } from './resolve-spelling.ts';
import { edgesAfter } from './rewrite.ts';

/**
 * Deletes each wrapper that its manifest gives up, when nobody includes it any more and nobody else names it; else says
 * who does.
 *
 * @param after The tree with the users' includes changed.
 * @param consumers Files that name a manifest's header without including it.
 */
export function removalOf(
  { situation: { graph, wrappers }, narrowed, blind }: UsersPlan,
  manifests: readonly Manifest[],
  after: Tree,
  consumers: (manifest: Manifest) => readonly string[],
): { readonly changes: readonly FileChange[]; readonly findings: readonly Diagnostic[] } {
  const changes: FileChange[] = [];
  const findings: Diagnostic[] = [];
  for (const manifest of manifests) {
    const wrapper = wrappers.find(({ moved }) => moved.path === manifest.header.value);
    if (manifest.wrapper.remove === null || !wrapper) continue;
    const { path } = wrapper.moved;
    const remaining = graph.paths.flatMap((file, number): readonly Diagnostic[] => {
      const edge = edgesAfter(graph, number, narrowed.rewrites.get(number)).find(({ targets }) =>
        targets.includes(wrapper.file),
      );
      const disabled = graph.facts[number]?.includes.find((line) => line.isDisabled && path.endsWith(`/${line.path}`));
      const line = edge ? graph.facts[number]?.includes[edge.line] : disabled;
      if (!line) return [];
      const source = { path: file, text: after.read(file) ?? '' };
      const at = source.text.indexOf(line.path);
      const operand = { start: Math.max(0, at), end: Math.max(0, at) + line.path.length };
      return [diagnostic('wrapper-still-included', `${file} still includes ${path}`, placeOf(source, operand))];
    });
    const including = new Set(remaining.map(({ places }) => places[0].place.file));
    const named = consumers(manifest)
      .filter((file) => !including.has(file))
      .map((file) => diagnostic('wrapper-still-included', `${file} still names ${path}`, placeOfFile(file)));
    const unseen = blind
      .filter((file) => !including.has(file) && !manifest.users?.keep.has(file))
      .map((file) => {
        const message = `${file} may include ${path}: it includes a file by a macro`;
        const next = 'If the macro leads to another file, write the reason for this file under `users.keep`.';
        return withNext(diagnostic('wrapper-still-included', message, placeOfFile(file)), next);
      });
    const links = [...(after.links?.() ?? [])].flatMap(([link, target]) =>
      target === path
        ? [diagnostic('wrapper-still-included', `the symbolic link ${link} leads to ${path}`, placeOfFile(link))]
        : [],
    );
    if (remaining.length + named.length + unseen.length + links.length === 0)
      changes.push(...changeOf(after, path, null));
    findings.push(...remaining, ...named, ...unseen, ...links);
  }
  return { changes, findings };
}

/**
 * Whether a text has an include of a header beside its own includes, as what a program writes. An include of its own that
 * means another file of the name is none.
 */
export function printsInclude(
  file: string,
  text: string,
  header: string,
  resolve: (from: string, spelling: Spelling) => readonly string[],
): boolean {
  const meansOther = (spelling: Spelling): boolean => {
    const meant = resolve(file, spelling);
    return meant.length > 0 && !meant.includes(header);
  };
  const code = withoutComments(file, text);
  const rest = isCFile(file)
    ? code.replace(OWN, (line, quoted?: string, angled = '') =>
        meansOther(quoted === undefined ? { form: 'angle', path: angled } : { form: 'quote', path: quoted })
          ? ''
          : line,
      )
    : code;
  if ([...rest.matchAll(PRINTED)].some(([, path = '']) => header === path || header.endsWith(`/${path}`))) return true;
  return asksFor(isCFile(file) ? code.replace(OWN, '') : code).some(
    ({ path, form }) => baseName(path) === baseName(header) && !meansOther({ form, path }),
  );
}

/** The headers of which a text asks whether they are there, itself or by a macro. */
function asksFor(code: string): readonly Spelling[] {
  const lines = code.replace(/\\\r?\n/g, ' ').match(ASKING) ?? [];
  return lines.flatMap((line) =>
    [...line.matchAll(OPERAND)].map(
      ([, quoted, angled = '']): Spelling =>
        quoted === undefined ? { form: 'angle', path: angled.trim() } : { form: 'quote', path: quoted },
    ),
  );
}

const ASKING = /^.*__has_(?:include|embed).*$|^[ \t]*(?:#|%:|\?\?=)[ \t]*define\b.*$/gm;
const OPERAND = /"([^"\n]+)"|<([^<>\n]+)>/g;

const OWN = /^[ \t]*#[ \t]*include[ \t]*(?:"([^"\n]+)"|<([^>\n]+)>)/gm;

const PRINTED = /\binclude[ \t]*\\?["<]([^"<>\n\\]+)\\?[">]/g;
