import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Template } from '../manifest/series/series-file.ts';
import { type Place, placeOf } from '../text/place.ts';

/** What a commit message must not hold, because `git am` would not give it back. Defaults are known to be sound. */
export function checkMessage(
  subject: { readonly text: string; readonly template: Template | null },
  body: { readonly text: string; readonly template: Template | null },
): readonly Diagnostic[] {
  const findings: Diagnostic[] = [];
  if (subject.template !== null && subject.text === '') {
    findings.push(diagnostic('subject-empty', 'nothing is left of this subject', placeOfTemplate(subject.template)));
  }
  if (body.template === null) return findings;
  const place = placeOfTemplate(body.template);
  const lines = body.text.split('\n');
  for (const line of lines.filter(endsMessage)) {
    findings.push(diagnostic('message-cut', `git am takes the line '${line}' for the beginning of the patch`, place));
  }
  const [first = ''] = lines;
  if (IN_BODY_HEADER.test(first)) {
    findings.push(diagnostic('message-cut', `git am takes the first line '${first}' for a header of the mail`, place));
  }
  return findings;
}

const IN_BODY_HEADER = /^(?:From|Date|Subject): /i;

/** A finding for each line of the cover letter's own text that `git am` would take for a patch: it reads the letter too. */
export function checkCoverText(text: string, template: Template | null): readonly Diagnostic[] {
  if (template === null) return [];
  const lines = text.split('\n').filter(endsMessage);
  return lines.map((line) =>
    diagnostic(
      'message-cut',
      `git am takes the line '${line}' for the beginning of a patch`,
      placeOfTemplate(template),
    ),
  );
}

/** As git's mailinfo knows it. */
export function endsMessage(line: string): boolean {
  return line.startsWith('diff -') || line.startsWith('Index: ') || /^---(?:\s*| \S.*)$/.test(line);
}

function placeOfTemplate({ source, span }: Template): Place {
  return placeOf(source, span);
}
