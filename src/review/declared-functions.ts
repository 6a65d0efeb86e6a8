import { factsOfFunctions } from '../assign/function-facts.ts';
import type { SplitHeaders } from '../assign/read-functions.ts';
import type { Comment, Header, Item } from '../model/header.ts';
import { functionNames } from '../plan/placement.ts';
import { indexLines, positionAt } from '../text/line-index.ts';
import { displayText } from '../text/source-text.ts';

/** A function as its header declares it. Name and declaration are latin1, all else is text. */
export type DeclaredFunction = {
  readonly name: string;
  readonly declaration: string;
  readonly section: string | null;
  readonly header: string;
  readonly line: number;
  /** Its comment and its declaration as the header has them; the middle of a very long one is left out. */
  readonly text: string;
};

/** Characters of a comment or a declaration that are shown. */
const LONGEST = 8000;

/** The functions of headers, in their order, each once. */
export function declaredFunctions({ headers, annotations }: SplitHeaders): readonly DeclaredFunction[] {
  const places = new Map<string, Pick<DeclaredFunction, 'header' | 'line' | 'text'>>();
  for (const header of headers) {
    const lines = indexLines(header.source.text);
    const comments = commentsOf(header);
    for (const item of header.items) {
      for (const name of functionNames(item)) {
        if (places.has(name)) continue;
        const text = [...(comments.get(item.index) ?? []), declarationOf(header, item)].join('\n');
        places.set(name, { header: header.source.path, line: positionAt(lines, item.span.start).line, text });
      }
    }
  }
  return factsOfFunctions(headers, new Map(), annotations).flatMap(({ name, section, declaration }) => {
    const place = places.get(name);
    return place ? [{ name, declaration, section, ...place }] : [];
  });
}

/** The start and the end of a text that is too long to be shown, with what is left out between them. */
export function shortened(text: string, longest = LONGEST): string {
  if (text.length <= longest) return text;
  const half = Math.floor(longest / 2);
  const left = text.length - 2 * half;
  return `${text.slice(0, half)}\n… ${left} characters are left out here …\n${text.slice(-half)}`;
}

/** By item: the comments that speak of it, or of the run of items that it is in. */
function commentsOf({ comments, source }: Header): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  for (const { span, role, serves } of comments) {
    if (role === 'section' || !isOf(role, serves)) continue;
    const text = shortened(displayText(source.text.slice(span.start, span.end)));
    for (const item of serves) {
      const list = found.get(item);
      if (list) list.push(text);
      else found.set(item, [text]);
    }
  }
  return found;
}

/** A heading over more than a few is the title of their section. */
function isOf(role: Comment['role'], serves: readonly number[]): boolean {
  return role !== 'heading' || serves.length <= MOST_SERVED;
}

const MOST_SERVED = 8;

function declarationOf({ source }: Header, { content, span }: Item): string {
  const body = content.kind === 'declaration' ? content.declaration.body : null;
  const end = body === null ? span.end : body.end;
  return shortened(displayText(source.text.slice(span.start, end)));
}
