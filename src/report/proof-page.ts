import type { CoveredAssertion, Execution } from '../coverage/cover-assertions.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { helpOf, severityOf } from '../diagnostics/diagnostic.ts';
import { type Html, html } from '../html/html.ts';
import { pageDocument } from '../html/page.ts';
import { displayText } from '../text/source-text.ts';
import type { PatchProof, Proof } from '../verify/proof.ts';
import { sentencesOf } from './proof-text.ts';

/** Which assertions ran, the most called first, and the parts in the order of the manifests. */
export type PageCoverage = { readonly covered: readonly CoveredAssertion[]; readonly parts: readonly string[] };

/** The proof as one HTML page that loads nothing and reads without a script; with one, its tables can be sorted. */
export function proofPage(proof: Proof, coverage: PageCoverage | null): string {
  const { configurations, patches, findings, compiled, known, slowest } = proof;
  const body = html`<header><h1>Proof of ${plural(patches.length, 'patch', 'patches')}</h1><button id="theme" type="button">Light or dark</button></header>
<main>
<section><h2>Patches</h2>
<table class="sortable"><thead><tr><th scope="col">Patch</th><th scope="col">Units</th><th scope="col">Same code</th><th scope="col">Asserted</th><th scope="col">Changed</th><th scope="col">Broken</th><th scope="col">Unproved</th><th scope="col">Findings</th></tr></thead><tbody>
${patches.map(patchRow)}</tbody></table></section>
<section><h2>Configurations</h2><ul>${configurations.map(({ name, units }) => html`<li><code>${name}</code>: ${plural(units, 'unit', 'units')}</li>`)}</ul>
<p>Compiled: ${compiled}. Known from an earlier run or state: ${known}.</p>
${slowest.length === 0 ? null : html`<p>Slowest: ${slowest.map(({ file, took }, at) => html`${at > 0 ? ', ' : ''}<code>${file}</code> ${(took / 1000).toFixed(1)} s`)}.</p>`}</section>
${findings.length === 0 ? null : html`<section><h2>Findings about the tree and its databases</h2>${findingList(findings)}</section>`}
${patches.map(patchSection)}
${coverage === null ? null : coverageSection(coverage)}
</main>`;
  return pageDocument({
    title: 'header-split verify',
    body,
    style: STYLE,
    script: SCRIPT,
    data: null,
    isServed: false,
  });
}

function patchRow(patch: PatchProof, at: number): Html {
  const of = (...verdicts: readonly string[]): number =>
    patch.units.filter(({ verdict }) => verdicts.includes(verdict)).length;
  return html`<tr><td><a href="#patch-${at + 1}">${displayText(patch.title)}</a></td><td>${patch.units.length}</td><td>${of('identical', 'neutral')}</td><td>${of('asserted')}</td><td>${of('changed')}</td><td>${of('broken')}</td><td>${of('unproved')}</td><td>${patch.findings.length}</td></tr>
`;
}

function patchSection(patch: PatchProof, at: number): Html {
  return html`<section id="patch-${at + 1}"><h2>${displayText(patch.title)}</h2>
<ul>${sentencesOf(patch).map((one) => html`<li>${one}</li>`)}</ul>
${patch.findings.length === 0 ? null : html`<h3>Findings</h3>${findingList(patch.findings)}`}
<h3>Files and how many units read them</h3>
<table class="sortable"><thead><tr><th scope="col">File</th><th scope="col">Change</th><th scope="col">Units before</th><th scope="col">Units after</th><th scope="col">Alone</th></tr></thead><tbody>
${patch.files.map(
  ({
    path,
    kind,
    before,
    after,
  }) => html`<tr><td><code>${path}</code></td><td>${kind}</td><td>${before}</td><td>${after}</td><td>${patch.alone.find((one) => one.path === path)?.languages.join(', ') ?? ''}</td></tr>
`,
)}</tbody></table>
<details><summary>${plural(patch.units.length, 'unit', 'units')}</summary>
<table class="sortable"><thead><tr><th scope="col">Unit</th><th scope="col">Configuration</th><th scope="col">Verdict</th><th scope="col">New warnings</th><th scope="col">Functions that differ</th></tr></thead><tbody>
${patch.units.map(
  ({
    file,
    configuration,
    verdict,
    newWarnings,
    differing,
  }) => html`<tr class="${verdict}"><td><code>${file}</code></td><td>${configuration}</td><td>${verdict}</td><td>${newWarnings}</td><td>${differing.join(', ')}</td></tr>
`,
)}</tbody></table></details></section>
`;
}

function coverageSection({ covered, parts }: PageCoverage): Html {
  const ofPart = [...new Set(parts)].flatMap((part) => {
    const own = covered.filter((one) => one.part === part);
    const ran = own.filter(({ execution }) => execution === 'ran').length;
    return own.length === 0 ? [] : [{ part, all: own.length, ran, share: Math.floor((ran * 100) / own.length) }];
  });
  return html`<section id="coverage"><h2>Assertions that tests ran</h2>
<table class="sortable"><thead><tr><th scope="col">Part</th><th scope="col">Assertions</th><th scope="col">Ran</th><th scope="col">Per cent</th></tr></thead><tbody>
${ofPart.map(
  ({ part, all, ran, share }) => html`<tr><td>${part}</td><td>${all}</td><td>${ran}</td><td>${share}</td></tr>
`,
)}</tbody></table>
<h3>Each assertion</h3>
<table class="sortable"><thead><tr><th scope="col">Function</th><th scope="col">Part</th><th scope="col">Place</th><th scope="col">Calls in the sources</th><th scope="col">Tests</th></tr></thead><tbody>
${covered.map(
  ({ name, part, file, first, calls, execution }) =>
    html`<tr class="${execution}"><td><code>${name}</code></td><td>${part}</td><td><code>${file}:${first}</code></td><td>${calls}</td><td>${EXECUTIONS[execution]}</td></tr>
`,
)}</tbody></table></section>
`;
}

const EXECUTIONS: Readonly<Record<Execution, string>> = {
  ran: 'ran',
  never: 'never ran',
  unmeasured: 'in no report',
};

function findingList(findings: readonly Diagnostic[]): Html {
  const items = findings.map((finding) => {
    const [{ place }] = finding.places;
    const where = place.line === 0 ? place.file : `${place.file}:${place.line}`;
    return html`<li class="${severityOf(finding)}"><b>${severityOf(finding)}</b> <code>${where}</code> ${displayText(finding.message)}${place.sourceLine === '' ? null : html`<pre>${place.sourceLine}</pre>`}<p>${helpOf(finding)}</p></li>
`;
  });
  return html`<ol class="findings">${items}</ol>`;
}

function plural(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

const STYLE = `
header{display:flex;gap:16px;align-items:center;justify-content:space-between;padding:16px 24px;border-bottom:1px solid var(--line)}
main{padding:0 24px 48px;max-width:1200px}
section{margin-top:32px;overflow-x:auto}
h3{margin-top:16px}
table{margin-top:8px}
th button{border:0;background:none;padding:0;font-weight:600;color:inherit}
tr.broken td,tr.changed td{background:var(--bad-soft)}
tr.never td{background:var(--bad-soft)}
tr.unmeasured td,tr.unproved td{background:var(--warn-soft)}
.findings li{margin:8px 0}
.findings p{margin:2px 0;color:var(--faint)}
.error b{color:var(--bad)}
.warning b{color:var(--warn)}
`;

const SCRIPT = `
for(const table of document.querySelectorAll('table.sortable')){
  for(const [column,head] of [...table.tHead.rows[0].cells].entries()){
    const button=document.createElement('button');
    button.type='button';button.textContent=head.textContent;head.replaceChildren(button);
    button.addEventListener('click',()=>{
      const up=head.getAttribute('aria-sort')!=='ascending';
      for(const other of table.tHead.rows[0].cells)other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort',up?'ascending':'descending');
      const text=(row)=>row.cells[column].textContent;
      const rows=[...table.tBodies[0].rows].sort((a,b)=>text(a).localeCompare(text(b),'en',{numeric:true})*(up?1:-1));
      table.tBodies[0].append(...rows);
    });
  }
}
`;
