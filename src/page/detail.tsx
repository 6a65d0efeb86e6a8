import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { visible } from '../html/visible.ts';
import type { EvidenceData, FindingData, ReviewData } from '../review/review-data.ts';
import { colourOf, Part, plural, StatusMark, siteText } from './bits.tsx';
import { Code } from './code.tsx';
import type { Decision } from './decisions.ts';
import { More } from './more.tsx';
import { Neighbours } from './neighbours.tsx';
import type { Judgement } from './status.ts';
import type { Texts } from './texts.ts';

type Props = {
  readonly data: ReviewData;
  readonly judgement: Judgement;
  readonly texts: Texts;
  readonly at: number;
  readonly decision: Decision;
  readonly onPart: (part: string) => void;
  /** A reason that was typed and could not be written. */
  readonly draft: string | null;
  readonly onWhy: (why: string | null, was: string | null) => void;
  readonly onForget: () => void;
  readonly onSelect: (at: number) => void;
};

/** Findings that are seen at once. */
const FIRST = 5;

/** All that is known of one function. */
export function Detail({ data, judgement, texts, at, decision, draft, onPart, onWhy, onForget, onSelect }: Props) {
  const one = data.functions[at];
  if (one === undefined) return <p class="empty">No function is selected.</p>;
  const manifest = data.manifests[one.manifest];
  const likely = judgement.likelyPartOf(at);
  const findings = one.findings.flatMap((index) => data.findings[index] ?? []);
  const { suggestion } = one;
  const told = (finding: FindingData) => <Finding key={finding.text} data={data} finding={finding} />;
  return (
    <article aria-labelledby="detail-name">
      <header class="detail-head">
        <h2 id="detail-name" class="name">
          <StatusMark status={judgement.statusOf(at)} /> {visible(one.name)}
        </h2>
        <p class="places faint">
          declared {visible(one.header)}:{one.line}
          {one.section !== null && <> in “{visible(one.section)}”</>}
          {one.defined.length === 0 ? ' · defined nowhere in the tree' : ' · defined '}
          {one.defined
            .slice(0, 3)
            .map((site) => siteText(data, site))
            .join(', ')}
          {one.defined.length > 3 && ` and ${one.defined.length - 3} more`}
        </p>
      </header>
      <fieldset class="choose">
        <legend class="unseen">Part of {visible(one.name)}</legend>
        {manifest?.parts.map((part, index) => (
          <button
            type="button"
            key={part}
            class={`pick p${colourOf(data, part)}`}
            aria-pressed={decision.part === part}
            onClick={() => onPart(part)}
          >
            {index < 9 && <kbd>{index + 1}</kbd>} {visible(part)}
          </button>
        ))}
        {decision.part === null && 'part' in suggestion && (
          <button type="button" class="accept" onClick={() => onPart(suggestion.part)}>
            <kbd>↵</kbd> accept {visible(suggestion.part)}
            <span class="faint"> {suggestion.kind === 'certain' ? 'certain' : `likely ${suggestion.margin}`}</span>
          </button>
        )}
        {decision.part !== one.part && <span class="changed">manifest: {one.part ?? 'no part'}</span>}
      </fieldset>
      <Why key={at} why={decision.why} {...{ draft, onWhy, onForget }} />
      {findings.length > 0 && (
        <section aria-label="Findings">
          <h3>{plural(findings.length, 'finding')}</h3>
          {findings.slice(0, FIRST).map(told)}
          {findings.length > FIRST && (
            <More key={at} count={findings.length - FIRST}>
              {() => findings.slice(FIRST).map(told)}
            </More>
          )}
        </section>
      )}
      {suggestion.kind === 'contradicted' && decision.part === null && (
        <p class="note bad">No part fits: two calls exclude each other. The evidence shows which.</p>
      )}
      <section aria-label="Declaration">
        <h3>Declaration</h3>
        <Code key={at} text={texts.declaration(at)} name={one.name} label="Declaration" />
      </section>
      <Evidence data={data} evidence={one.evidence} part={likely} />
      <div class="both">
        <Neighbours {...{ data, judgement, at, onSelect }} side="callers" />
        <Neighbours {...{ data, judgement, at, onSelect }} side="callees" />
      </div>
      {one.roles.length > 0 && (
        <section aria-label="Roles">
          <h3>Callback and member</h3>
          <ul class="plain">
            {one.roles.map(([text, file, line]) => (
              <li key={text}>
                <code>{visible(text)}</code> <span class="faint">{siteText(data, [file, line])}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {texts.definition(at) !== '' && (
        <section aria-label="Definition">
          <h3>Definition</h3>
          <Code key={at} text={texts.definition(at)} name={one.name} label="First lines of the definition" />
        </section>
      )}
    </article>
  );
}

type WhyProps = Pick<Props, 'draft' | 'onWhy' | 'onForget'> & Pick<Decision, 'why'>;

/** The reason, kept as `why` in the manifest. What is being typed stays, whatever comes from elsewhere meanwhile. */
function Why({ why, draft, onWhy, onForget }: WhyProps) {
  const known = draft ?? why ?? '';
  const [text, setText] = useState(known);
  const input = useRef<HTMLInputElement>(null);
  /** What it was when somebody began to type. */
  const was = useRef(why);
  useLayoutEffect(() => {
    if (document.activeElement !== input.current) setText(known);
  }, [known]);
  const keep = () => {
    // What was typed last may not be drawn yet.
    const trimmed = (input.current?.value ?? text).trim();
    if (trimmed !== (was.current ?? '')) onWhy(trimmed === '' ? null : trimmed, was.current);
    else setText(known);
  };
  return (
    <label class="why">
      <span>
        <kbd>w</kbd> why
      </span>
      <input
        id="why"
        ref={input}
        value={text}
        maxLength={500}
        placeholder="a reason for the next reader of the manifest"
        aria-describedby={draft === null ? undefined : 'unwritten'}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onFocus={() => {
          was.current = why;
        }}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') input.current?.blur();
          if (event.key === 'Escape') {
            event.stopPropagation();
            onForget();
            setText(why ?? '');
            was.current = why;
            if (input.current !== null) input.current.value = why ?? '';
            input.current?.blur();
          }
        }}
      />
      {draft !== null && (
        <span class="changed" id="unwritten">
          not written; Enter tries again
        </span>
      )}
    </label>
  );
}

function Evidence({
  data,
  evidence,
  part,
}: {
  readonly data: ReviewData;
  readonly evidence: readonly EvidenceData[];
  readonly part: string | null;
}) {
  const at = part === null ? -1 : data.parts.indexOf(part);
  return (
    <section aria-label="Evidence">
      <h3>Evidence{at >= 0 && <span class="faint"> for and against {visible(part ?? '')}</span>}</h3>
      {evidence.length === 0 && <p class="faint">Neither calls nor name say anything.</p>}
      <ul class="evidence">
        {evidence.map(({ text, site, signs }) => {
          const sign = signs[at] ?? 0;
          const spoken = sign > 0 ? 'for' : sign < 0 ? 'against' : 'neither for nor against';
          return (
            <li key={text} class={sign > 0 ? 'for' : sign < 0 ? 'against' : ''}>
              <span class="sign" aria-hidden="true">
                {sign > 0 ? '+' : sign < 0 ? '−' : '·'}
              </span>
              <span class="unseen">{spoken}: </span>
              <span>
                {visible(text)} {site !== null && <span class="faint">{siteText(data, site)}</span>}
              </span>
              <span class="signs">
                {data.parts.map((one, index) =>
                  signs[index] === 1 ? <Part key={one} data={data} part={one} /> : null,
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export function Finding({ data, finding }: { readonly data: ReviewData; readonly finding: FindingData }) {
  const { severity, text, path, next, code } = finding;
  return (
    <div class={`finding ${severity}`}>
      <p>
        <strong>{severity}</strong> {visible(text)} <span class="faint">[{code}]</span>
      </p>
      {path.length > 0 && (
        <ol class="path">
          {path.map((step, index) => (
            <li key={index}>
              <code>{visible(step.text)}</code> {step.part !== null && <Part data={data} part={step.part} />}{' '}
              <span class="faint">
                {visible(step.file)}
                {step.line > 0 && `:${step.line}`}
              </span>
            </li>
          ))}
        </ol>
      )}
      {next !== '' && <p class="faint">Next: {visible(next)}</p>}
    </div>
  );
}
