import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { changeOf, type FileChange } from '../diff/file-change.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { withoutComments } from '../plan/includes/without-comments.ts';
import { placeOf, placeOfFile } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';
import type { UsersPlan } from './plan-users.ts';
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
      .filter((file) => !including.has(file))
      .map((file) =>
        diagnostic(
          'wrapper-still-included',
          `${file} may include ${path}: it includes a file by a macro`,
          placeOfFile(file),
        ),
      );
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

/** Whether a text has an include of a header beside its own includes, as what a program writes. */
export function printsInclude(file: string, text: string, header: string): boolean {
  return [...withoutComments(file, text).matchAll(PRINTED)].some(
    ([, path = '']) => header === path || header.endsWith(`/${path}`),
  );
}

const PRINTED = /\binclude[ \t]*\\?["<]([^"<>\n\\]+)\\?[">]/g;
