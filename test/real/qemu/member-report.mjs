import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { repository } from '../arguments.mjs';
import { qemuManifests } from '../manifests.mjs';
import { mustHeaderSplit } from '../processes.mjs';

const STRUCTS = ['JobDriver', 'BlockDevOps', 'BlockDriver'];
const PAGE = join(repository, 'manifests/qemu/members.md');

/**
 * The page on the members of three structs of QEMU says what the tool says today: how many functions each member holds, who
 * calls it, and of which parts the functions are that its implementations call. With WRITE_MEMBERS set it is written.
 */
export function memberReport({ context, tally }) {
  const paths = qemuManifests().map(({ path }) => path);
  const tables = STRUCTS.map((struct) => {
    const args = ['audit', ...paths, '-C', context.before, '--members', struct, '--format', 'json'];
    const { members } = JSON.parse(mustHeaderSplit(context, args));
    return { struct, members };
  });
  const text = [INTRODUCTION, ...tables.map(tableOf)].join('\n');
  if (process.env.WRITE_MEMBERS) writeFileSync(PAGE, text);
  const written = readFileSync(PAGE, 'utf8').split('\n');
  const said = text.split('\n').map(cells);
  const differing = said.filter((line) => !written.map(cells).includes(line));
  const figures = tables.map(({ struct, members }) => `${struct} ${members.length}`).join(', ');
  tally.check('members of structs', `${figures}, as the page has them`, differing);
}

const INTRODUCTION = `# Members of structs in QEMU 5.2

What \`header-split audit --members STRUCT\` says by the manifests of \`5.2/\`: how many functions a member holds, which parts call
it (in brackets: what has no part), and how many functions of each part its implementations call, also through functions without a part. A
member whose implementations call graph functions belongs to the graph section, unless the call is a mistake; without
\`--format json\` the command names up to twenty of them.
`;

function tableOf({ struct, members }) {
  const rows = members.map(({ node, holds, callers, calls }) => {
    const by = callers.map(({ part, count }) => (part === null ? `(${count})` : `${part} ${count}`));
    const called = Object.entries(calls).map(([part, functions]) => `${part} ${functions.length}`);
    return `| \`${node.slice(struct.length + 1)}\` | ${holds.length} | ${by.join(', ')} | ${called.join(', ')} |`;
  });
  return [
    `\n## ${struct}\n`,
    '| member | holds | called by | its implementations call |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/** Without the blanks that a formatter puts into a table. */
function cells(line) {
  return line.replaceAll(/\s+/g, ' ').replaceAll(/-{3,}/g, '---').trim();
}
