import { describe, expect, test } from '@jest/globals';
import { escapeHtml, html, markup } from '../../src/html/html.ts';
import { pageDocument } from '../../src/html/page.ts';
import { scriptData } from '../../src/html/script-data.ts';

describe('text in a page', () => {
  test.each([
    ['</script><img src=x onerror=alert(1)>', '&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;'],
    [`" onfocus='x' \``, '&quot; onfocus=&#39;x&#39; &#96;'],
    ['/*\u202e } \u2066*/', '/*‹U+202E› } ‹U+2066›*/'],
    ['a\u200bb\ufeff\u00ad\u061c', 'a‹U+200B›b‹U+FEFF›‹U+00AD›‹U+061C›'],
    ['\0\x1b[31m\x9b', '‹U+0000›‹U+001B›[31m‹U+009B›'],
    ['one\r\n\ttwo\rthree\ud800', 'one\n\ttwo\nthree‹U+D800›'],
    ['größe 名前', 'größe 名前'],
  ])('%j is shown and does nothing', (text, shown) => {
    expect(escapeHtml(text)).toBe(shown);
  });

  test('a template escapes what is inserted, and takes lists and its own kind as they are', () => {
    const items = ['<a>', 'b'].map((one) => html`<li>${one}</li>`);
    expect(html`<ul title="${'"'}">${items}${null}${markup('<hr>')}${3}</ul>`.html).toBe(
      '<ul title="&quot;"><li>&lt;a&gt;</li><li>b</li><hr>3</ul>',
    );
  });

  test('data ends no script and comes back as it was', () => {
    const value = { text: '</script><!--<script>\u2028 & ]]>' };
    const made = scriptData(value);
    expect(made).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(made)).toEqual(value);
  });
});

test('a page allows its own script and style, and no request', () => {
  const page = pageDocument({
    title: '</title><script>alert(1)</script>',
    body: html`<main>${'<b>'}</main>`,
    style: 'main{color:red}',
    script: 'const end = "</script>";',
    data: { name: '</script>' },
    isServed: false,
  });
  expect(page).toContain(`content="default-src &#39;none&#39;; script-src &#39;sha256-`);
  expect(page).not.toContain('connect-src');
  expect(page.match(/<\/script>/g)).toHaveLength(2);
  expect(page).toContain('<main>&lt;b&gt;</main>');
});
