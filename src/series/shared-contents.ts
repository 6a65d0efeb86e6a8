import { contentAfter } from '../diff/file-change.ts';
import type { Item } from '../model/header.ts';
import { parseHeader } from '../model/lower-header.ts';
import { partTitle } from './banner-title.ts';
import type { HeaderFacts } from './header-facts.ts';
import { joinNames } from './wrap-text.ts';

/** What the shared part's file holds, as a reader would call it: `types`, `macros`, `common functions`. */
export function sharedContents(header: HeaderFacts): readonly string[] {
  const shared = header.parts.find(({ part }) => part.name === header.manifest.shared)?.part;
  return shared === undefined ? ['what all need'] : contentsOfFile(header, shared.file, [partTitle(shared)]);
}

/** The same of any file; its functions are those of `titles`. */
export function contentsOfFile(
  { manifest, result }: HeaderFacts,
  file: string,
  titles: readonly string[],
): readonly string[] {
  const change = result.headers.find(({ path }) => path === file);
  const text = change === undefined ? null : contentAfter(change);
  if (text === null) return ['what all need'];
  const { annotations, brackets } = manifest;
  const header = parseHeader({ path: file, text }, { annotations, brackets });
  const held = kinds.filter(({ holds }) => header.items.some((item) => holds(item)));
  const named = held.map(({ name }) => (name === FUNCTIONS ? `${joinNames(titles)} ${FUNCTIONS}` : name));
  return named.length === 0 ? ['includes'] : named;
}

const FUNCTIONS = 'functions';

const kinds: readonly { readonly name: string; readonly holds: (item: Item) => boolean }[] = [
  { name: 'types', holds: ({ content }) => isOf(content, ['typedef', 'type']) },
  {
    name: 'macros',
    holds: ({ content }) => content.kind === 'directive' && content.directive.kind === 'define',
  },
  { name: 'variables', holds: ({ content }) => isOf(content, ['variable']) },
  {
    name: FUNCTIONS,
    holds: ({ content }) => content.kind === 'declaration' && content.declaration.functions.length > 0,
  },
];

function isOf(content: Item['content'], declared: readonly string[]): boolean {
  return content.kind === 'declaration' && declared.includes(content.declaration.kind);
}
