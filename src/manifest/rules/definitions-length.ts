import { hasWildcard } from '../../text/glob.ts';
import { type Finding, finding } from '../finding.ts';
import { itemsOf, textOf, valueAt, type YamlNode } from '../yaml/yaml-node.ts';

/** Characters. Every file of a tree is compared with every glob, and that in a time which grows with their length. */
const LONGEST_GLOBS = 16_384;
const LONGEST = 65_536;

/** What `definitions` lists is of a length that can be written by hand. */
export function checkDefinitionsLength(root: YamlNode): Finding[] {
  const definitions = valueAt(root, 'definitions');
  if (definitions === null) return [];
  const listed = itemsOf(definitions).flatMap((item) => textOf(item) ?? []);
  const ofGlobs = lengthOf(listed.filter(hasWildcard));
  const message =
    ofGlobs > LONGEST_GLOBS
      ? `definitions has ${ofGlobs} characters of globs; at most ${LONGEST_GLOBS} are read`
      : `definitions has ${lengthOf(listed)} characters; at most ${LONGEST} are read`;
  if (ofGlobs <= LONGEST_GLOBS && lengthOf(listed) <= LONGEST) return [];
  const next = 'Write fewer and wider globs: `**/*.c`, say.';
  return [{ ...finding('manifest-too-large', message, definitions.span), next }];
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}
