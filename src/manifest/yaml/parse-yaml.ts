import { Composer, type CST, type Document, Lexer, Parser } from 'yaml';
import { span } from '../../text/span.ts';
import { type Finding, finding } from '../finding.ts';
import type { Decoded } from './decode.ts';
import { lowerDocument } from './lower-document.ts';
import { syntaxFindings } from './syntax-findings.ts';
import type { YamlNode } from './yaml-node.ts';

/** Deeper than any manifest; the library composes recursively, so that a bomb of brackets would exhaust the stack. */
const DEPTH_LIMIT = 40;

/** Four times what 20,000 prototypes take; a file of 4 MB may have as many tokens as bytes, and each takes a kilobyte. */
const TOKEN_LIMIT = 500_000;

/**
 * YAML 1.2 to nodes with byte offsets. `root` is null when the file is empty or nothing of it can be read; with syntax
 * errors it holds what could be read around them.
 */
export function parseYaml(decoded: Decoded): { readonly root: YamlNode | null; readonly findings: readonly Finding[] } {
  const { tokens, excess } = tokenize(decoded);
  if (excess !== null) return { root: null, findings: [excess] };
  const [document, second] = compose(tokens, decoded.text.length);
  if (document === undefined) return { root: null, findings: [] };
  const lowered = lowerDocument(document, decoded);
  return { root: lowered.root, findings: [...syntaxFindings(document, second, decoded), ...lowered.findings] };
}

function tokenize({ text, byteAt }: Decoded): {
  readonly tokens: readonly CST.Token[];
  readonly excess: Finding | null;
} {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    count += 1;
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length <= DEPTH_LIMIT && count <= TOKEN_LIMIT) continue;
    const at = span(byteAt(parser.offset - lexeme.length), byteAt(parser.offset));
    if (parser.stack.length > DEPTH_LIMIT) {
      const message = `more than ${DEPTH_LIMIT} levels of nesting; a manifest needs five`;
      return { tokens, excess: finding('manifest-too-deep', message, at) };
    }
    return { tokens, excess: finding('manifest-too-large', `more than ${TOKEN_LIMIT} YAML tokens up to here`, at) };
  }
  tokens.push(...parser.end());
  return { tokens, excess: null };
}

/** Duplicate keys are left to `check-shape.ts`, which shows both places. */
function compose(tokens: readonly CST.Token[], length: number): Document.Parsed[] {
  const composer = new Composer({ version: '1.2', schema: 'core', merge: false, strict: true, uniqueKeys: false });
  return [...composer.compose(tokens, true, length)];
}
