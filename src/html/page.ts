import { createHash } from 'node:crypto';
import { type Html, html } from './html.ts';
import { scriptData } from './script-data.ts';
import { themeScript, themeStyle } from './theme.ts';

export type Page = {
  readonly title: string;
  readonly body: Html;
  /** CSS and JavaScript of this tool: nothing from a tree. They follow those of the theme. */
  readonly style: string;
  readonly script: string;
  /** What the script finds as JSON in the element `data`; null: nothing. */
  readonly data: unknown;
  /** Whether the script may ask the server that the page came from. */
  readonly isServed: boolean;
};

/** How each page begins, and no other file: what stands where a page goes is replaced only when it is one. */
export const pageBeginning = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="header-split">
`;

/**
 * A whole HTML document that stands alone: it loads nothing, and its policy lets the browser run no script and use no
 * style but its own, which it knows by their hashes. A button with the id `theme` switches between light and dark.
 */
export function pageDocument({ title, body, style, script, data, isServed }: Page): string {
  const styles = themeStyle + style;
  const scripts = `'use strict';${themeScript}\n${script.replaceAll('</script', '<\\/script')}`;
  const policy = contentPolicy({ style: styles, script: scripts, isServed });
  const embedded = data === null ? '' : `<script type="application/json" id="data">${scriptData(data)}</script>\n`;
  const head = html`<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${title}</title>
`;
  return `${pageBeginning}${head.html}<style>${styles}</style>\n</head>\n<body>\n${body.html}\n${embedded}<script>${scripts}</script>\n</body>\n</html>\n`;
}

/** The policy of a page with these texts, for its head; a server sends it too. */
export function contentPolicy(page: {
  readonly style: string;
  readonly script: string;
  readonly isServed: boolean;
}): string {
  return [
    "default-src 'none'",
    `script-src '${sha256(page.script)}'`,
    `style-src '${sha256(page.style)}'`,
    'img-src data:',
    ...(page.isServed ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function sha256(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
