import { assertNever } from '../diagnostics/assert-never.ts';
import { type Diagnostic, diagnostic, withNext } from '../diagnostics/diagnostic.ts';
import type { SeriesSettings, Template } from '../manifest/series/series-file.ts';
import { placeOf } from '../text/place.ts';
import { bytesOfText } from '../text/source-text.ts';
import {
  addsAny,
  assertingParts,
  assertionBody,
  assertionSubject,
  functionsBody,
  functionsSubject,
} from './assertion-text.ts';
import { checkMessage } from './check-message.ts';
import { consumerBody, consumerSubject } from './consumer-text.ts';
import { type FilledTemplate, fillTemplate } from './fill-template.ts';
import { membersBody, membersSubject } from './members/members-text.ts';
import type { PatchFacts } from './patch-facts.ts';
import { patchValues } from './placeholder-values.ts';
import { splitBody, splitReason, splitSubject } from './split-text.ts';
import { inForm, UNKNOWN_FORM } from './subject-form.ts';
import { usersBody, usersPrefix, usersSubject } from './users/users-text.ts';
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
  const prefix = usersPrefix(facts);
  const form = facts.series.forms.get(facts.header.path) ?? UNKNOWN_FORM;
  const subject = filled(subjects[facts.topic], facts, inForm(standard.subject, prefix, form));
  const reason = splitReason(facts);
  const isReasoned = reason !== '';
  const why = isReasoned ? `${reason}\n` : '';
  const template = bodies[facts.topic] ?? (isReasoned ? cover.body : null);
  const body =
    bodies[facts.topic] === null
      ? { text: why + standard.body, findings: [] }
      : filled(bodies[facts.topic], facts, standard.body);
  const line = subject.text.replace(/\s+/g, ' ').trim();
  const texts = { subject: prefix === '' ? line.replace(/^: */, '') : line, body: wrapText(body.text) };
  const findings = [
    ...subject.findings,
    ...body.findings,
    ...whatIsMissing(facts, texts.subject, bodies[facts.topic]),
    ...(isReasoned ? talkOfSeries(bodies.split, cover.body) : []),
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
    case 'members':
      return { subject: membersSubject(facts), body: membersBody(facts) };
    case 'users':
      return { subject: usersSubject(facts), body: usersBody(facts) };
    default:
      return assertNever(facts.topic);
  }
}

/** Whoever finds an assertion by `git blame` asks why it is there. */
function whatIsMissing(facts: PatchFacts, subject: string, template: Template | null): readonly Diagnostic[] {
  const [part] = assertingParts(facts);
  if (
    facts.topic !== 'assertions' ||
    part === undefined ||
    template !== null ||
    facts.reason !== null ||
    !addsAny(facts)
  )
    return [];
  const { source } = facts.header.manifest;
  const finding = diagnostic('reason-missing', `the commit '${subject}' does not say why`, placeOf(source, part.span));
  return [
    withNext(finding, `Write the reason into \`assert_why\` of the part, or \`${facts.topic}\` under \`bodies\`.`),
  ];
}

/** The cover's text, where a commit repeats it, must not speak of the series: git log does not show it as one. */
function talkOfSeries(split: Template | null, cover: Template | null): readonly Diagnostic[] {
  const [words] = SERIES.exec(cover?.text ?? '') ?? [];
  if (cover === null || words === undefined || (split !== null && !/\{\{\s*motivation\s*\}\}/.test(split.text)))
    return [];
  const message = `the first commit that splits repeats this text, which says '${words.replace(/\s+/g, ' ')}'`;
  return [diagnostic('series-in-commit', message, placeOf(cover.source, cover.span))];
}

const SERIES =
  /\b(?:this|the|our|my|these|next|last|first|following)\s+(?:patch\s*)?(?:series|set|patches|patch)\b|\bpatch(?:es)? \d+|\bcover letter\b/i;
