import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustHeaderSplit } from '../processes.mjs';
import { git, madeSeries, mailsOf, ONE } from './made-series.mjs';
import { authorsClone } from './series-input.mjs';

/** Function -> the part it goes to in version 2. */
const REASSIGNED = { blk_name: 'graph', blk_bs: 'graph', blk_set_dev_ops: 'io' };

/**
 * A second version of a series after three reassignments: the range-diff shows these and nothing else, the changelog
 * names them, and `git am` gives what `apply` writes.
 */
export function seriesVersionTwo({ context, tally, scratch }) {
  const { folder, tree, mails, input, before } = madeSeries(context, scratch, ONE);
  const edited = join(folder, 'edited');
  cpSync(input.folder, edited, { recursive: true });
  const manifest = join(edited, `${ONE[0]}.yaml`);
  writeFileSync(manifest, reassigned(readFileSync(manifest, 'latin1')), 'latin1');
  const options = ['-o', mails, '--signoff', '-v', '2', '--previous', mails, '--was', input.folder];
  const asked = ['series', '--file', join(edited, 'series.yaml'), ...options, '--format', 'json'];
  const report = JSON.parse(mustHeaderSplit(context, asked, { cwd: tree }));
  const cover = readFileSync(join(mails, report.coverLetter), 'latin1');
  tally.check('changelog of version 2', report.changelog.join('; '), wrongChangelog(cover));
  const changes = changesIn(/^Range-diff against v1:\n([\s\S]*?)^-- $/m.exec(cover)?.[1] ?? '');
  tally.check('range-diff of version 2', `${changes.length} lines differ`, unexpected(changes));
  const clone = authorsClone(context.before, join(folder, 'second'));
  git(clone, 'am', '-q', ...mailsOf(mails, 'v2-'));
  const ours = git(clone, 'rev-parse', 'HEAD^{tree}').trim();
  git(clone, 'reset', '-q', '--hard', before);
  git(clone, 'am', '-q', input.mail);
  mustHeaderSplit(context, ['apply', '-C', clone, manifest]);
  git(clone, 'add', '-A');
  const theirs = git(clone, 'write-tree').trim();
  tally.check('version 2 applies', 'git am and apply make one tree', ours === theirs ? [] : ['the trees differ']);
}

function reassigned(text) {
  return Object.entries(REASSIGNED).reduce((yaml, [name, part]) => {
    const changed = yaml.replace(new RegExp(`^  ${name}: \\w+$`, 'm'), `  ${name}: ${part}`);
    if (changed === yaml) throw new Error(`the manifest has no plain line for ${name}`);
    return changed;
  }, text);
}

function wrongChangelog(cover) {
  const section = /^Changes since v1:\n((?:[- ] .*\n)*)/m.exec(cover)?.[1] ?? '';
  const told = section
    .replace(/\n {2}/g, ' ')
    .trim()
    .split('\n');
  const wanted = Object.values(REASSIGNED).map((part) => {
    const names = Object.keys(REASSIGNED).filter((name) => REASSIGNED[name] === part);
    return `- moved to ${TITLES[part] ?? part}: ${names.map((name) => `${name}()`).join(', ')}`;
  });
  const expected = [...new Set(wanted)];
  return [
    ...told.filter((line) => !expected.includes(line)).map((line) => `unexpected: ${line}`),
    ...expected.filter((line) => !told.includes(line)).map((line) => `missing: ${line}`),
  ];
}

/** As the banner of its file calls a part, where that is not its name. */
const TITLES = { io: 'I/O' };

/** The lines that one version has and the other has not, with what stands around each. */
function changesIn(rangeDiff) {
  const lines = rangeDiff.split('\n');
  const isChange = (line) => /^ {4}[-+]/.test(line);
  return lines.flatMap((line, at) => {
    if (!isChange(line)) return [];
    const near = lines.slice(Math.max(0, at - 8), at + 9).join('\n');
    return [{ text: line.slice(6), near }];
  });
}

/** Of the users: they include the part that a reassigned function is in now. */
const PART_INCLUDE = new RegExp(`^[-+ ]*#include "[^"]*\\b${ONE[0]}-\\w+\\.h"$`);

/** Every change is the declaration of a reassigned function, its assertion, an include of its part, or context of git's. */
function unexpected(changes) {
  const names = Object.keys(REASSIGNED);
  const isNaming = (text, name) => new RegExp(`\\b${name}\\b`).test(text);
  const isAbout = (text) => names.some((name) => isNaming(text, name));
  const unnamed = names.filter((name) => !changes.some(({ text }) => isNaming(text, name)));
  const odd = changes.filter(({ text, near }) => {
    if (isAbout(text) || text.trim() === '' || text.startsWith('@@') || PART_INCLUDE.test(text)) return false;
    const isMove = /\(|;/.test(text) && !/g_assert\(qemu_in_main_thread/.test(text) && text.startsWith('+');
    return isMove || !isAbout(near);
  });
  return [...unnamed.map((name) => `${name} is not shown`), ...odd.map(({ text }) => `unexpected: ${text}`)];
}
