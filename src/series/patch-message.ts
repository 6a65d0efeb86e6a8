import { assertNever } from '../diagnostics/assert-never.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SeriesSettings, Template } from '../manifest/series/series-file.ts';
import { bytesOfText } from '../text/source-text.ts';
import { assertionBody, assertionSubject, functionsBody, functionsSubject } from './assertion-text.ts';
import { checkMessage } from './check-message.ts';
import { consumerBody, consumerSubject } from './consumer-text.ts';
import { type FilledTemplate, fillTemplate } from './fill-template.ts';
import type { PatchFacts } from './patch-facts.ts';
import { patchValues } from './placeholder-values.ts';
import { isFirstSplit, splitBody, splitSubject } from './split-text.ts';
import { wrapText } from './wrap-text.ts';

export type PatchMessage = {
  /** Bytes (latin1) of UTF-8, as the body. */
  readonly subject: string;
  readonly body: string;
  readonly findings: readonly Diagnostic[];
};

/** Subject and body of a patch, from the series file's templates or the defaults. */
export function patchMessage(facts: PatchFacts, { subjects, bodies, cover }: SeriesSettings): PatchMessage {
  const standard = defaultTexts(facts);
  const subject = filled(subjects[facts.topic], facts, standard.subject);
  const isReasoned = isFirstSplit(facts) && facts.series.motivation !== '';
  const why = isReasoned ? `${facts.series.motivation}\n` : '';
  const template = bodies[facts.topic] ?? (isReasoned ? cover.body : null);
  const body =
    bodies[facts.topic] === null
      ? { text: why + standard.body, findings: [] }
      : filled(bodies[facts.topic], facts, standard.body);
  const texts = { subject: subject.text.replace(/\s+/g, ' ').trim(), body: wrapText(body.text) };
  const findings = [
    ...subject.findings,
    ...body.findings,
    ...checkMessage({ text: texts.subject, template: subjects[facts.topic] }, { text: texts.body, template }),
  ];
  return { subject: bytesOfText(texts.subject), body: bytesOfText(texts.body), findings };
}

function filled(template: Template | null, facts: PatchFacts, standard: string): FilledTemplate {
  return template === null ? { text: standard, findings: [] } : fillTemplate(template, patchValues(facts, standard));
}

function defaultTexts(facts: PatchFacts): { readonly subject: string; readonly body: string } {
  switch (facts.topic) {
    case 'split':
      return { subject: splitSubject(facts), body: splitBody(facts) };
    case 'assertions':
      return { subject: assertionSubject(facts), body: assertionBody(facts) };
    case 'functions':
      return { subject: functionsSubject(facts), body: functionsBody(facts) };
    case 'consumers':
      return { subject: consumerSubject(facts), body: consumerBody(facts) };
    default:
      return assertNever(facts.topic);
  }
}
