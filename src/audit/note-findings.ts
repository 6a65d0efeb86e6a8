import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { displayText } from '../text/source-text.ts';
import type { Audited } from './audit-tree.ts';
import { findNotes } from './find-notes.ts';
import type { Places } from './graph-places.ts';

/** The notes as they are told, in the order of the manifests. */
export function noteFindings(audited: Audited, places: Places): readonly Diagnostic[] {
  return findNotes(audited).map(({ code, node, part, other }) => {
    const name = displayText(audited.graph.nodes.name(node));
    const message =
      code === 'could-be-narrower'
        ? `${name} (${part}) calls nothing that ${other} may not call: it could be ${other}`
        : `${name} (${part}) is called by no ${part} code, only by ${other}: it could be ${other}`;
    return diagnostic(code, message, places.ofNode(node));
  });
}
