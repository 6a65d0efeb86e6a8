// Writes docs/demo.svg: the demo as a terminal shows it, from what the built tool prints. With --check it writes
// nothing and exits with 1 when the picture is not what the tool prints today.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const demo = fileURLToPath(new URL('../manifests/demo/', import.meta.url));
const bin = fileURLToPath(new URL('../bin/header-split.js', import.meta.url));
const picture = new URL('../docs/demo.svg', import.meta.url);

const drawn = drawTerminal(session());
if (!process.argv.includes('--check')) writeFileSync(picture, drawn);
else if (readFileSync(picture, 'utf8') !== drawn) {
  process.stderr.write('docs/demo.svg is not what the tool prints: run `npm run picture`\n');
  process.exitCode = 1;
}

/** The lines of the terminal, with their ANSI colours. */
function session() {
  const folder = mkdtempSync(join(tmpdir(), 'header-split-picture-'));
  try {
    cpSync(join(demo, 'project'), folder, { recursive: true });
    const stat = run(folder, ['diff', '--stat', '--color=always']);
    const diff = run(folder, ['diff', '--color=always']);
    run(folder, ['apply']);
    return [
      '$ header-split diff volume.yaml --stat',
      ...stat
        .trimEnd()
        .split('\n')
        .filter((line) => !line.startsWith(' create mode')),
      '$ header-split diff volume.yaml',
      '⋮',
      ...hunkOf(diff, 'src/snapshot.c'),
      '$ header-split apply volume.yaml && sed 1,8d include/volume.h',
      ...readFileSync(join(folder, 'include/volume.h'), 'utf8').trimEnd().split('\n').slice(8),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(folder, args) {
  const [command, ...options] = args;
  const call = [bin, command, join(demo, 'volume.yaml'), ...options, '-C', folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, call, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`header-split ${command} ends with ${status}: ${stderr}`);
  return stdout;
}

/** The first hunk of a file in a coloured diff, from its `---` line on. */
function hunkOf(diff, path) {
  const lines = diff.trimEnd().split('\n');
  const start = lines.findIndex((line) => plain(line) === `--- a/${path}`);
  const length = lines.slice(start + 3).findIndex((line) => /^(?:diff|@@)/.test(plain(line)));
  return lines.slice(start, length < 0 ? lines.length : start + 3 + length);
}

function plain(line) {
  return line
    .split('\u001b')
    .map((piece, n) => (n === 0 ? piece : piece.replace(/^\[[\d;]*m/, '')))
    .join('');
}

function drawTerminal(lines) {
  const [lineHeight, margin, charWidth] = [18, 16, 7.85];
  const width = Math.ceil(Math.max(...lines.map((line) => plain(line).length)) * charWidth + 2 * margin);
  const height = lines.length * lineHeight + 2 * margin;
  const rows = lines.map((line, n) => {
    const y = margin + (n + 0.75) * lineHeight;
    return `  <text x="${margin}" y="${y}" xml:space="preserve">${spansOf(line)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="header-split splits volume.h of the demo">
  <style>text { font: 13px ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace; fill: #d4d4d4 } .c1 { font-weight: bold } .c31 { fill: #f48771 } .c32 { fill: #89d185 } .c36 { fill: #75beff } .prompt { fill: #ffffff; font-weight: bold }</style>
  <rect width="100%" height="100%" rx="6" fill="#1e1e1e"/>
${rows.join('\n')}
</svg>
`;
}

/** A line as SVG text: a span for each stretch of one colour. */
function spansOf(line) {
  if (line.startsWith('$ ')) return `<tspan class="prompt">${xmlText(line)}</tspan>`;
  const [first = '', ...coloured] = line.split('\u001b');
  return xmlText(first) + coloured.map(spanOf).join('');
}

function spanOf(piece) {
  const [, code = '', text = ''] = /^\[([\d;]*)m(.*)$/s.exec(piece) ?? [];
  const drawnText = xmlText(text);
  return ['1', '31', '32', '36'].includes(code) && text !== ''
    ? `<tspan class="c${code}">${drawnText}</tspan>`
    : drawnText;
}

function xmlText(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
