import { visible } from './visible.ts';

/** HTML that is whole and safe to insert: only `html`, `markup` and what is made of them have this type. */
export type Html = { readonly html: string };

type Inserted = Html | string | number | null | readonly Inserted[];

/**
 * HTML from a template. Every string that is inserted is text, or the text of an attribute, which must be quoted: it is
 * escaped, and its invisible characters are shown. Lists are inserted without anything between; null is nothing.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Inserted[]): Html {
  return { html: parts.reduce((made, part, at) => `${made}${htmlOf(values[at - 1] ?? null)}${part}`) };
}

/** HTML that this tool wrote itself, or made by a library from texts that it had escaped. */
export function markup(trusted: string): Html {
  return { html: trusted };
}

/** Text as HTML, for an element's content and for a quoted attribute; not for a script or a style. */
export function escapeHtml(text: string): string {
  return visible(text.replace(/\r\n?/g, '\n')).replace(/[&<>"'`]/g, (one) => entities[one] ?? one);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

function htmlOf(value: Inserted): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeHtml(value);
  return 'html' in value ? value.html : value.map(htmlOf).join('');
}
