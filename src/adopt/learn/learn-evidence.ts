import { findStatements } from '../../model/bodies/body-assertions.ts';
import { mayDefine } from '../../model/bodies/definition-heads.ts';
import { findDefinitions } from '../../model/bodies/definitions.ts';
import type { Header } from '../../model/header.ts';
import type { Annotations } from '../../parse/declarations/annotations.ts';
import { definitionFiles } from '../../plan/definitions/searched-files.ts';
import { type Span, span } from '../../text/span.ts';
import type { Tree } from '../../text/tree.ts';
import { type LeadingCall, leadingCalls } from './learn-leading-calls.ts';

/** What one definition of a function says of the assertion of its part. */
export type Evidence = {
  readonly file: string;
  readonly calls: readonly LeadingCall[];
  /** Whether the statement stands anywhere at the body's own level. */
  holds(statement: string): boolean;
};

/** Function -> its definitions, in the part files and in the source files that `globs` name; static ones elsewhere not. */
export type EvidenceByName = ReadonlyMap<string, readonly Evidence[]>;

export function gatherEvidence(
  tree: Tree,
  headers: readonly Header[],
  globs: readonly string[],
  annotations: Annotations,
): EvidenceByName {
  const evidence = new Map<string, Evidence[]>();
  const names = new Set<string>();
  const add = (name: string, text: string, file: string, at: { nameEnd: number; body: Span }): void => {
    const body = text.slice(at.body.start, at.body.end);
    const found: Evidence = {
      file,
      calls: leadingCalls(text, at, annotations),
      holds: (statement) => findStatements(body, span(0, body.length), [statement]).length > 0,
    };
    evidence.set(name, [...(evidence.get(name) ?? []), found]);
  };
  for (const { source, items } of headers) {
    for (const { content } of items) {
      if (content.kind !== 'declaration') continue;
      const { body, functions } = content.declaration;
      const [first] = functions;
      if (body && first) add(first.name, source.text, source.path, { nameEnd: first.token.end, body });
      else for (const { name } of functions) names.add(name);
    }
  }
  if (globs.length === 0 || names.size === 0) return evidence;
  for (const file of tree.filesNaming([...names], definitionFiles(globs)).keys()) {
    const text = tree.read(file) ?? '';
    if (!mayDefine(text, names)) continue;
    for (const { name, nameSpan, body, isStatic } of findDefinitions(text, names, annotations).definitions)
      if (!isStatic) add(name, text, file, { nameEnd: nameSpan.end, body });
  }
  return evidence;
}
