import { bytesOfText, type SourceText } from '../../text/source-text.ts';
import type { Span } from '../../text/span.ts';
import type {
  BracketPair,
  CommentClaim,
  DeclarationEntry,
  Licence,
  Located,
  Manifest,
  PrototypeEntry,
  UsersSettings,
} from '../manifest.ts';
import { entriesOf, itemsOf, textOf, valueAt, type YamlEntry, type YamlNode } from '../yaml/yaml-node.ts';
import { type PartsDraft, sharedPartName } from './part-draft.ts';
import { bytesAt, completeParts } from './read-parts.ts';

/** The manifest from nodes that have passed every check; anything else is a bug of the caller and throws. */
export function readManifest(source: SourceText, root: YamlNode, draft: PartsDraft): Manifest {
  const { header } = draft;
  const shared = sharedPartName(draft);
  if (header === null || shared === null) throw new Error('a manifest without header or parts has passed its checks');
  return {
    source,
    header,
    shared,
    prelude: bytesAt(valueAt(root, 'prelude')),
    parts: completeParts(draft.parts, header.value),
    wrapper: {
      banner: bytesAt(valueAt(valueAt(root, 'wrapper'), 'banner')),
      remove: isTrue(valueAt(valueAt(root, 'wrapper'), 'remove')),
    },
    users: readUsers(root),
    licence: readLicence(valueAt(root, 'licence')),
    includes: namesToParts(valueAt(root, 'includes')),
    includeDirs: listAt(root, 'include_dirs')?.map((folder) => folder.replace(/^\.?\/?$|\/$/, '')) ?? null,
    brackets: itemsOf(valueAt(root, 'brackets')).map(readBracketPair),
    bracketSpans: itemsOf(valueAt(root, 'brackets')).map(({ span }) => span),
    annotations: listAt(root, 'annotations')?.map(bytesOfText) ?? [],
    declarationMacros: listAt(root, 'declaration_macros')?.map(bytesOfText) ?? [],
    definitions: listAt(root, 'definitions'),
    placement: textOf(valueAt(root, 'placement')) === 'first' ? 'first' : 'after-declarations',
    reinclude: valueAt(root, 'reinclude') === null ? 'guarded' : 'once',
    prototypes: new Map(
      entriesOf(valueAt(root, 'prototypes')).map((entry) => [bytesOfText(entry.key), readPrototype(entry)]),
    ),
    declarations: new Map(
      entriesOf(valueAt(root, 'declarations')).map((entry) => [bytesOfText(entry.key), readDeclaration(entry)]),
    ),
    functions: new Map(entriesOf(valueAt(root, 'functions')).map(({ key, value }) => [key, namesToParts(value)])),
  };
}

/** Null where the key is missing or has nothing below it. */
function readUsers(root: YamlNode): UsersSettings | null {
  const entry = entriesOf(root).find(({ key }) => key === 'users');
  if (entry?.value.kind !== 'map') return null;
  const rewrite = textOf(valueAt(entry.value, 'rewrite'));
  return {
    span: entry.keySpan,
    rewrite: rewrite === 'narrower' || rewrite === 'all' ? rewrite : 'none',
    unused: textOf(valueAt(entry.value, 'unused')) === 'drop' ? 'drop' : 'keep',
    files: listAt(entry.value, 'files'),
    keep: new Map(
      entriesOf(valueAt(entry.value, 'keep')).map(({ key, keySpan, value }) => [
        key,
        { value: textOf(valueAt(value, 'why')) ?? '', span: keySpan },
      ]),
    ),
    need: new Map(
      entriesOf(valueAt(entry.value, 'need')).map(({ key, keySpan, value }) => [
        key,
        { value: itemsOf(value).flatMap((item) => textOf(item) ?? []), span: keySpan },
      ]),
    ),
  };
}

function isTrue(node: YamlNode | null): Span | null {
  return node !== null && textOf(node)?.toLowerCase() === 'true' ? node.span : null;
}

function readLicence(node: YamlNode | null): Licence {
  const from = valueAt(node, 'from');
  const file = textOf(from);
  if (from !== null && file !== null) return { kind: 'from', file, span: from.span };
  const text = bytesAt(node);
  return text === null ? { kind: 'none' } : { kind: 'text', text };
}

function readBracketPair(node: YamlNode): BracketPair {
  const [open, close] = itemsOf(node).map(bytesAt);
  if (open == null || close == null) throw new Error('a bracket pair of other than two names has passed its checks');
  return [open, close];
}

function readPrototype({ keySpan, value }: YamlEntry): PrototypeEntry {
  const isShort = value.kind === 'scalar';
  return {
    span: keySpan,
    part: textOf(isShort ? value : valueAt(value, 'part')),
    assert: textOf(valueAt(value, 'assert'))?.toLowerCase() !== 'false',
    comment: readClaim(value),
    why: textOf(valueAt(value, 'why')),
    assertWhy: textOf(valueAt(value, 'assert_why')),
  };
}

function readDeclaration({ keySpan, value }: YamlEntry): DeclarationEntry {
  const part = value.kind === 'map' ? valueAt(value, 'part') : value;
  return { span: keySpan, value: textOf(part) ?? '', comment: readClaim(value) };
}

function readClaim(entry: YamlNode): CommentClaim | null {
  const claim = textOf(valueAt(entry, 'comment'));
  return claim === 'own' || claim === 'section' ? claim : null;
}

/** A mapping from names in C to parts, each with the name's place. */
function namesToParts(node: YamlNode | null): ReadonlyMap<string, Located<string>> {
  return new Map(
    entriesOf(node).map(({ key, keySpan, value }) => [bytesOfText(key), { value: textOf(value) ?? '', span: keySpan }]),
  );
}

function listAt(root: YamlNode, key: string): readonly string[] | null {
  const node = valueAt(root, key);
  return node === null ? null : itemsOf(node).flatMap((item) => textOf(item) ?? []);
}
