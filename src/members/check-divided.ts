import type { Header, Node } from '../model/header.ts';
import { lex } from '../parse/tokens/lex.ts';
import { tokenText } from '../parse/tokens/token.ts';

/**
 * Whether two insides of a struct hold the same members behind the same conditions, token for token, and the same comments,
 * each as often, but for `banners`: the law on the text to be written, which knows nothing of how it was made. Says what
 * differs, or null.
 */
export function differenceOf(before: Header, after: Header, banners: readonly string[]): string | null {
  const known = new Set(banners.map(wordsOf));
  return (
    firstDifference(membersIn(before), membersIn(after)) ??
    firstDifference(commentsIn(before, known), commentsIn(after, known))
  );
}

function firstDifference(before: readonly string[], after: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const one of before) counts.set(one, (counts.get(one) ?? 0) + 1);
  for (const one of after) {
    const count = counts.get(one) ?? 0;
    if (count === 0) return `would be added: ${one}`;
    counts.set(one, count - 1);
  }
  const lost = [...counts].find(([, count]) => count > 0);
  return lost === undefined ? null : `would be lost: ${lost[0]}`;
}

function membersIn(header: Header): readonly string[] {
  const { text } = header.source;
  const found: string[] = [];
  const visit = (nodes: readonly Node[], around: string): void => {
    for (const node of nodes) {
      if (node.kind === 'item') found.push(`${around}${codeOf(text.slice(node.item.span.start, node.item.span.end))}`);
      else if (node.kind === 'bracket') visit(node.nodes, `${around}${node.name} `);
      else if (node.kind === 'group') {
        let condition = around;
        for (const { directive, nodes: inside } of node.branches) {
          condition += `${codeOf(text.slice(directive.span.start, directive.span.end))} `;
          visit(inside, condition);
        }
      }
    }
  };
  visit(header.nodes, '');
  return found;
}

function codeOf(text: string): string {
  return lex(text)
    .filter(({ kind }) => kind !== 'comment')
    .map((token) => tokenText(text, token))
    .join(' ');
}

/** Comments of all kinds: also those inside members, and behind them on the line. */
function commentsIn({ source: { text } }: Header, banners: ReadonlySet<string>): readonly string[] {
  return lex(text).flatMap((token) => {
    const comment = token.kind === 'comment' ? tokenText(text, token) : '';
    return comment === '' || banners.has(wordsOf(comment)) ? [] : [comment];
  });
}

function wordsOf(text: string): string {
  return (text.match(/[\w\x80-\xff]+/g) ?? []).join(' ');
}
