import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { editAllByHand } from './hand/edit-all-by-hand.ts';
import { split } from './laws/split-laws.ts';
import { type ManifestDraft, printManifest } from './manifest/manifest-draft.ts';
import { editManifest } from './manifest/manifest-edit.ts';
import { type Files, type Project, printProject } from './project.ts';
import type { Case, LawName } from './properties.ts';

/**
 * Writes a case that fails into a new folder below the system's temporary one: its tree, its manifests in the order of
 * the edits, what was edited by hand, and `reproduce.sh`, which runs the command line on them. Returns the folder.
 */
export async function keepFailure(law: LawName, seed: number, one: Case, reason: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), `header-split-${law}-${seed}-`));
  const project = printProject(one.project);
  const manifests = manifestsOf(project.manifest, law === 'split' ? [] : one.edits);
  put(join(folder, 'tree'), project.files);
  if (law === 'hand-edits') put(join(folder, 'by-hand'), await editedByHand(project, one.byHand));
  put(folder, {
    ...Object.fromEntries(manifests.map((draft, at) => [manifestName(at), printManifest(draft)])),
    'case.json': `${JSON.stringify({ law, seed, case: one }, null, 2)}\n`,
    'reason.txt': reason,
    'reproduce.sh': script(law, manifests.length, project.manifest.header),
  });
  return folder;
}

/** The files of the split tree that someone changed. */
async function editedByHand(project: Project, edits: Case['byHand']): Promise<Files> {
  const outcome = await split(project, project.manifest);
  if (outcome.kind === 'stopped') return {};
  const { files } = editAllByHand(outcome.files, outcome.manifest, edits);
  return Object.fromEntries(Object.entries(files).filter(([path, text]) => text !== outcome.files[path]));
}

/** The manifest and what each edit makes of it, with the numbers that the laws give the edits. */
function manifestsOf(first: ManifestDraft, edits: Case['edits']): readonly ManifestDraft[] {
  const manifests = [first];
  for (const [serial, edit] of edits.entries()) {
    const last = manifests.at(-1);
    if (edit && last) manifests.push(editManifest(last, edit, serial));
  }
  return manifests;
}

function manifestName(at: number): string {
  return `manifest-${at}.yaml`;
}

function script(law: LawName, count: number, header: string): string {
  const names = Array.from({ length: count }, (_, at) => manifestName(at));
  const steps = names.slice(1).map((name, at) => `header_split regenerate -C work --was ${names[at]} ${name}; commit`);
  return `#!/bin/sh
# ${law}: usage: reproduce.sh [bin/header-split.js]. The last command shows where a regenerated tree is not as one that
# is split anew (${header}); nothing when they are equal.
cd "$(dirname "$0")" || exit
bin=\${1:-${join(process.cwd(), 'bin/header-split.js')}}
header_split() { node "$bin" "$@"; }
commit() { git -C work add -A && git -C work -c user.name=Nobody -c user.email=nobody@example.org commit -qm .; }
rm -rf work fresh
cp -r tree work && cp -r tree fresh
git init -q work && commit
header_split apply -C work ${names[0]}; commit
${law === 'hand-edits' ? 'cp -r by-hand/. work && commit\n' : ''}${steps.join('\n')}${steps.length > 0 ? '\n' : ''}header_split apply -C fresh ${names.at(-1)} 2> fresh.log
diff -r -x .git fresh work
`;
}

/** Contents are latin1. */
function put(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, 'latin1');
  }
}
