import type { ComponentChildren } from 'preact';

const KEYWORDS =
  'auto bool break case char const continue default do double else enum extern float for goto if inline int int8_t int16_t int32_t int64_t long register restrict return short signed size_t ssize_t static struct switch typedef uint8_t uint16_t uint32_t uint64_t union unsigned void volatile while';

const TOKEN = new RegExp(
  [
    '(?<comment>/\\*[\\s\\S]*?(?:\\*/|(?![\\s\\S]))|//[^\\n]*)',
    '(?<string>"(?:[^"\\\\\\n]|\\\\.)*"?|\'(?:[^\'\\\\\\n]|\\\\.)*\'?)',
    '(?<directive>^[ \\t]*#[^\\n]*)',
    `(?<keyword>\\b(?:${KEYWORDS.replaceAll(' ', '|')})\\b)`,
    '(?<word>[A-Za-z_]\\w*)',
  ].join('|'),
  'gm',
);

const KINDS = ['comment', 'string', 'directive', 'keyword'] as const;

/** C as text with colours; `name` is what stands out. */
export function Code({ text, name, label }: { readonly text: string; readonly name?: string; readonly label: string }) {
  return (
    <pre class="code" tabIndex={0} role="region" aria-label={label}>
      <code>{coloured(text, name)}</code>
    </pre>
  );
}

function coloured(text: string, name: string | undefined): ComponentChildren[] {
  const pieces: ComponentChildren[] = [];
  let at = 0;
  for (const found of text.matchAll(TOKEN)) {
    const kind = KINDS.find((one) => found.groups?.[one] !== undefined) ?? 'word';
    const style = kind === 'word' ? (found[0] === name ? 'c-name' : null) : `c-${kind}`;
    if (style === null) continue;
    if (found.index > at) pieces.push(text.slice(at, found.index));
    pieces.push(<span class={style}>{found[0]}</span>);
    at = found.index + found[0].length;
  }
  pieces.push(text.slice(at));
  return pieces;
}
