import { type Document, type Scalar, visit, type YAMLError } from 'yaml';
import { span } from '../../text/span.ts';
import { type Finding, finding, type Related } from '../finding.ts';
import type { Decoded } from './decode.ts';

/** What the YAML library has to say about a document, its warnings (a tag that means nothing here) included. */
export function syntaxFindings(
  document: Document.Parsed,
  second: Document.Parsed | undefined,
  decoded: Decoded,
): Finding[] {
  const found = [...document.errors, ...document.warnings].map((error) => {
    const [start, end] = error.pos;
    const at = span(decoded.byteAt(start), decoded.byteAt(end));
    return finding('manifest-syntax', firstLine(error.message), at, ...openingQuote(error, document, decoded));
  });
  if (second === undefined) return found;
  const start = decoded.byteAt(second.range[0]);
  return [...found, finding('manifest-syntax', 'A second YAML document begins here', span(start, start + 1))];
}

/** A missing quote is noticed at the end of the file; what helps is where the text begins. */
function openingQuote({ message, pos: [end] }: YAMLError, document: Document.Parsed, { byteAt }: Decoded): Related[] {
  if (!message.startsWith('Missing closing')) return [];
  let opening: Scalar | null = null;
  visit(document, {
    Scalar: (_key, scalar) => {
      if (scalar.range?.[1] !== end || !scalar.type?.startsWith('QUOTE')) return undefined;
      opening = scalar;
      return visit.BREAK;
    },
  });
  const start = (opening as Scalar | null)?.range?.[0];
  return start === undefined ? [] : [{ at: span(byteAt(start), byteAt(start + 1)), label: 'opened here' }];
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}
