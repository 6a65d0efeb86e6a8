import { contentAfter } from '../diff/file-change.ts';
import type { Item } from '../model/header.ts';
import { parseHeader } from '../model/lower-header.ts';
import type { HeaderFacts } from './header-facts.ts';

/** What the shared part's file holds, as a reader would call it: `types`, `macros`, `common functions`. */
export function sharedContents({ manifest, result, parts }: HeaderFacts): readonly string[] {
  const file = parts.find(({ part }) => part.name === manifest.shared)?.part.file;
  const change = result.headers.find(({ path }) => path === file);
  const text = change === undefined ? null : contentAfter(change);
  if (file === undefined || text === null) return ['what all need'];
  const { annotations, brackets } = manifest;
  const header = parseHeader({ path: file, text }, { annotations, brackets });
  const held = kinds.filter(({ holds }) => header.items.some((item) => holds(item)));
  const named = held.map(({ name }) => (name === FUNCTIONS ? `${manifest.shared} ${FUNCTIONS}` : name));
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
