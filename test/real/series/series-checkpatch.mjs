import { join } from 'node:path';
import { isInstalled, run } from '../processes.mjs';
import { git, madeSeries, mailsOf, ONE, THREE } from './made-series.mjs';

/**
 * QEMU's own checkpatch.pl finds nothing in the mails but on lines that the header had before. It asks of each patch with
 * new files whether MAINTAINERS covers them: QEMU's get_maintainer.pl says that they have the maintainers of the header.
 */
export function seriesCheckpatch({ context, tally, scratch }) {
  if (!isInstalled('perl')) return tally.skip('checkpatch', 'perl is not installed');
  for (const names of [ONE, THREE]) {
    const series = madeSeries(context, scratch, names);
    const known = [];
    const problems = [];
    for (const [at, mail] of mailsOf(series.mails).entries()) {
      const patch = series.patches[at];
      const { stdout } = run('perl', [join(series.tree, 'scripts/checkpatch.pl'), mail], { cwd: series.tree });
      const findings = findingsIn(stdout);
      if (findings === null) problems.push(`${patch.subject}: checkpatch.pl does not sum up`);
      for (const finding of findings ?? []) {
        if (stoodInHeader(series, patch, finding)) known.push(finding);
        else if (/MAINTAINERS/.test(finding.text)) problems.push(...unmaintained(series, patch));
        else problems.push(`${patch.subject}: ${finding.text} ${finding.place ?? ''}`);
      }
    }
    const errors = known.filter(({ text }) => text.startsWith('ERROR'));
    tally.check(
      `checkpatch on ${names.join(', ')}`,
      `${series.patches.length} mails; on lines of the headers ${errors.length} errors, ${known.length - errors.length} warnings`,
      problems,
    );
    for (const { text, place } of errors) tally.note(`${text}: ${place}`);
  }
}

/** Of checkpatch's report, which ends in a count; null when it does not. */
function findingsIn(report) {
  if (!/^total: \d+ errors, \d+ warnings/m.test(report)) return null;
  return report.split(/^(?=ERROR: |WARNING: )/m).flatMap((block) => {
    const text = /^(?:ERROR|WARNING): .*/.exec(block)?.[0];
    return text === undefined ? [] : [{ text, place: /^#\d+: FILE: (\S+?):?$/m.exec(block)?.[1] ?? null }];
  });
}

/** Whether the line that is found fault with stands in a header that the patch splits, before it. */
function stoodInHeader({ applied }, { id, kind, headers }, { place }) {
  const [, file, line] = /^(.*):(\d+)$/.exec(place ?? '') ?? [];
  if (kind !== 'split' || file === undefined) return false;
  const text = git(applied, 'show', `${id}:${file}`).split('\n')[Number(line) - 1];
  return git(applied, 'show', `${id}^:${headers[0]}`).split('\n').includes(text);
}

function unmaintained({ applied }, { headers, files }) {
  const whose = (file) =>
    run('perl', ['scripts/get_maintainer.pl', '--no-git', '--no-git-fallback', '-f', file], { cwd: applied }).stdout;
  const wanted = whose(headers[0]);
  const created = files.filter(({ kind }) => kind === 'create').map(({ path }) => path);
  return created.filter((file) => wanted === '' || whose(file) !== wanted).map((file) => `MAINTAINERS: ${file}`);
}
