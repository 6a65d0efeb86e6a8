/** Colours, and how text, code, links and controls look in them. Contrast of text is 4.5 at least in both schemes. */
const light = {
  page: '#fbfaf8',
  panel: '#ffffff',
  raised: '#f3f1ed',
  line: '#dedad3',
  strong: '#807a70',
  text: '#1f1d1a',
  faint: '#625d55',
  accent: '#1d5fb8',
  'accent-soft': '#e3edfa',
  good: '#1f7a3f',
  'good-soft': '#e1f2e6',
  warn: '#8a5a00',
  'warn-soft': '#faf0d9',
  bad: '#b3261e',
  'bad-soft': '#fbe6e4',
};

const dark: typeof light = {
  page: '#161719',
  panel: '#1d1f22',
  raised: '#272a2e',
  line: '#383c41',
  strong: '#8b9199',
  text: '#e6e4e0',
  faint: '#a9a69f',
  accent: '#8ab8f5',
  'accent-soft': '#22344c',
  good: '#7fcf98',
  'good-soft': '#1d3626',
  warn: '#e5b95c',
  'warn-soft': '#3a2f17',
  bad: '#f59a92',
  'bad-soft': '#452220',
};

/** By the system's preference, or as `data-theme` of the root element says. */
export const themeStyle = `
:root{color-scheme:light dark;${variables(light)}}
@media (prefers-color-scheme:dark){:root{${variables(dark)}}}
:root[data-theme=light]{color-scheme:light;${variables(light)}}
:root[data-theme=dark]{color-scheme:dark;${variables(dark)}}
*,*::before,*::after{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif}
h1,h2,h3{line-height:1.25;font-weight:650;margin:0}
code,pre,kbd,samp{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.9em;font-variant-ligatures:none}
pre{margin:0;overflow:auto;tab-size:8;unicode-bidi:plaintext}
code,.name{unicode-bidi:isolate}
a{color:var(--accent);text-underline-offset:2px}
button,input,select,textarea{font:inherit;color:inherit;background:var(--panel);border:1px solid var(--strong);border-radius:6px;padding:3px 9px}
button{cursor:pointer}
button:hover{background:var(--raised)}
button[aria-pressed=true]{background:var(--accent-soft);border-color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
table{border-collapse:collapse}
th,td{text-align:left;padding:4px 10px;border-bottom:1px solid var(--line);vertical-align:top}
th{font-weight:600;color:var(--faint)}
[hidden]{display:none!important}
@media print{:root,:root[data-theme]{color-scheme:light;${variables(light)}}}
`;

/**
 * The choice of a reader lasts where the browser lets a page keep something; a page opened as a file may not. Without
 * script the button stays hidden.
 */
export const themeScript = `
(() => {
  const root = document.documentElement;
  const known = () => { try { return localStorage.getItem('header-split-theme'); } catch { return null; } };
  const first = known();
  if (first === 'light' || first === 'dark') root.dataset.theme = first;
  document.addEventListener('DOMContentLoaded', () => {
    const button = document.getElementById('theme');
    if (button) button.hidden = false;
  });
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('#theme')) return;
    const now = root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
    root.dataset.theme = now === 'dark' ? 'light' : 'dark';
    try { localStorage.setItem('header-split-theme', root.dataset.theme); } catch {}
  });
})();`;

function variables(colours: typeof light): string {
  return Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');
}
