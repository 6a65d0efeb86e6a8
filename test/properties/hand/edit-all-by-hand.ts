import type { Manifest } from '../../../src/manifest/manifest.ts';
import type { Files } from '../project.ts';
import { editByHand, type HandEdit, isThere, type Trace } from './hand-edit.ts';

/** The files of a split tree after several edits, and what shows that each was made. */
export function editAllByHand(
  files: Files,
  manifest: Manifest,
  edits: readonly (HandEdit | null)[],
): { readonly files: Files; readonly traces: readonly Trace[] } {
  let result = files;
  let traces: readonly Trace[] = [];
  for (const [serial, edit] of edits.entries()) {
    const edited = edit && editByHand(result, manifest, edit, serial);
    // An edit of what another has edited takes the trace of that one with it.
    if (!edited || !traces.every((trace) => isThere(trace, edited.files))) continue;
    result = edited.files;
    traces = [...traces, edited.trace];
  }
  return { files: result, traces };
}
