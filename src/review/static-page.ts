import { type Html, html } from '../html/html.ts';
import { countOf } from '../text/count-of.ts';
import type { FunctionData, NeighboursData, ReviewData, Site } from './review-data.ts';

/** What stands in the page besides its data, by number of function. */
export type FunctionTexts = {
  /** Comment and declaration as the header has them. */
  readonly declaration: string;
  /** The first lines of the definition; empty where there is none besides the declaration. */
  readonly definition: string;
};

/** Neighbours and pieces of evidence that are named without script. */
const MOST = 12;

/** The list of all functions, each with its details, to be read without script. */
export function staticPage(data: ReviewData, texts: readonly FunctionTexts[]): Html {
  const assigned = data.functions.filter(({ part }) => part !== null).length;
  const headers = data.manifests.map((manifest, at) => {
    const own = [...data.functions.entries()].filter(([, one]) => one.manifest === at);
    return html`<section><h2>${manifest.header} <span class="faint">${manifest.path}, ${countOf(own.length, 'function')}</span></h2>
${own.map(([number, one]) => functionDetails(data, number, one, texts[number]))}</section>
`;
  });
  return html`<main class="static">
<h1>${data.manifests.map(({ header }) => header).join(', ')}</h1>
<p>${assigned} of ${countOf(data.functions.length, 'function')} ${data.functions.length === 1 ? 'has' : 'have'} a part: ${countsOf(data)}. ${countOf(data.findings.length, 'forbidden call')}.</p>
${headers}
${findingList(data)}</main>`;
}

function functionDetails(data: ReviewData, number: number, one: FunctionData, texts: FunctionTexts | undefined): Html {
  const suggestion = 'part' in one.suggestion ? `${one.suggestion.part}: ${one.suggestion.kind}` : one.suggestion.kind;
  const said = one.part === null ? (suggestion === 'open' ? 'no suggestion' : suggestion) : one.part;
  const evidence = one.evidence.slice(0, MOST).map(({ text }) => text);
  return html`<details id="f${number}"><summary><span class="name">${one.name}</span><span>${said}</span><span class="faint">${placesOf(data, one.defined)}</span><span class="faint">${one.section ?? ''}</span></summary><div>
${one.why === null ? null : html`<p>Why: ${one.why}</p>`}<pre id="d${number}">
${texts?.declaration ?? ''}</pre>
${
  texts === undefined || texts.definition === ''
    ? null
    : html`<pre id="b${number}">
${texts.definition}</pre>
`
}${named(data, 'Called by', one.callers)}${named(data, 'Calls', one.callees)}${
  evidence.length === 0 ? null : html`<p>Evidence: ${evidence.join('; ')}</p>`
}${one.roles.length === 0 ? null : html`<p>Roles: ${one.roles.map(([text]) => text).join('; ')}</p>`}</div></details>
`;
}

function named(data: ReviewData, title: string, { all, shown }: NeighboursData): Html | null {
  if (all === 0) return null;
  const names = shown.slice(0, MOST).map(([node]) => nameOf(data, node));
  return html`<p>${title}: ${names.join(', ')}${all > MOST ? ` and ${all - MOST} more` : ''}</p>`;
}

function nameOf({ functions, others }: ReviewData, node: number): string {
  const one = functions[node];
  const { name, part } = one ?? others[node - functions.length] ?? { name: '', part: null };
  return part === null ? name : `${name} (${part})`;
}

function placesOf({ files }: ReviewData, sites: readonly Site[]): string {
  return sites
    .slice(0, 2)
    .map(([file, line]) => `${files[file] ?? ''}:${line}`)
    .join(', ');
}

function countsOf({ parts, functions }: ReviewData): string {
  return parts.map((part) => `${part} ${functions.filter((one) => one.part === part).length}`).join(', ');
}

function findingList({ findings }: ReviewData): Html | null {
  if (findings.length === 0) return null;
  return html`<section><h2>Forbidden calls</h2>
<ul>${findings.map(
    ({
      text,
      path,
    }) => html`<li>${text} <span class="faint">${path.at(-1)?.file ?? ''}:${path.at(-1)?.line ?? 0}</span></li>
`,
  )}</ul></section>
`;
}
