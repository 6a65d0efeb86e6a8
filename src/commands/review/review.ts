import { resolve } from 'node:path';
import { outputProblem, writeOutputFile } from '../../io/input-file.ts';
import { readPageParts } from '../../io/review/built-file.ts';
import { jsonReport } from '../../report/json.ts';
import { printable } from '../../report/printable.ts';
import { startProgress } from '../../report/progress.ts';
import type { ReviewData } from '../../review/review-data.ts';
import { reviewPage } from '../../review/review-page.ts';
import { countOf } from '../../text/count-of.ts';
import { bytesOfText } from '../../text/source-text.ts';
import { earlierPage } from '../earlier-page.ts';
import type { ReviewOptions } from '../options.ts';
import { refuse } from '../refuse.ts';
import { tellFindings } from '../report-run.ts';
import type { Shell } from '../shell.ts';
import { runLiveReview } from './live-review.ts';
import { drawWhole, makeReview, textsOf } from './make-review.ts';
import { openReview } from './open-review.ts';

/** Writes a page to review the parts of all functions with what speaks for each, as one file, or serves it. */
export async function runReview(options: ReviewOptions, shell: Shell): Promise<number> {
  const open = openReview(options, shell);
  if (open.kind === 'refused') return refuse('review', open.findings, options, shell);
  const { output } = options;
  const keeps = [
    ...open.sources.manifests.map(({ source }) => source.path),
    ...(options.file === null ? [] : [options.file]),
  ];
  const file =
    output === null
      ? null
      : {
          path: output,
          root: open.disk.root,
          replaces: earlierPage,
          keeps: keeps.map((path) => resolve(shell.cwd, path)),
        };
  const unfit = file === null || options.port !== null ? null : outputProblem(shell.cwd, file);
  if (unfit !== null) return refuse('review', [...open.findings, unfit], options, shell);
  const progress = startProgress(shell);
  progress.step('judging ...');
  const made = await makeReview(open, open.headers, options.file, shell);
  if (!('data' in made)) {
    progress.done();
    return refuse('review', [...open.findings, ...made], options, shell);
  }
  if (options.port !== null) {
    progress.done();
    tellFindings([...open.findings, ...made.findings], options, shell);
    return runLiveReview(open, made.data, { ...options, port: options.port }, shell);
  }
  const { data, picture } = await drawWhole(made.data);
  const page = reviewPage(data, textsOf(open, open.headers, data), picture, readPageParts());
  progress.done();
  const findings = [...open.findings, ...made.findings];
  const content = bytesOfText(page);
  const problem = file === null ? null : writeOutputFile(shell.cwd, file, content);
  if (problem) return refuse('review', [...findings, problem], options, shell);
  if (options.format === 'json') {
    shell.stdout(jsonReport({ command: 'review', exitCode: 0, findings, extra: { page: output, ...countsOf(data) } }));
    return 0;
  }
  if (output === null) shell.stdout(content);
  tellFindings(findings, options, shell);
  shell.stderr(`${output === null ? '' : `${printable(output)}: `}${summaryOf(data)}\n`);
  return 0;
}

function countsOf({ functions, findings, picture }: ReviewData) {
  const assigned = functions.filter(({ part }) => part !== null).length;
  const suggested = functions.filter(({ part, suggestion }) => part === null && 'part' in suggestion).length;
  return { functions: functions.length, assigned, suggested, forbidden: findings.length, drawn: picture?.nodes ?? 0 };
}

function summaryOf(data: ReviewData): string {
  const { functions, assigned, suggested, forbidden } = countsOf(data);
  return `${countOf(functions, 'function')}, ${assigned} with a part, ${suggested} with a suggestion, ${countOf(forbidden, 'forbidden call')}`;
}
