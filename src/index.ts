/**
 * The library: manifest and header in, files and findings out, without touching a disk. Texts are latin1 strings, one
 * UTF-16 unit a byte; offsets are bytes.
 *
 *     const tree = memoryTree({ 'include/disk.h': header, 'disk.c': source });
 *     const { manifest, findings } = parseManifest({ path: 'disk.yaml', text: yaml });
 *     if (manifest) {
 *       const split = await splitTree(tree, manifest);
 *       console.log(formatFindings(split.findings, false));
 *     }
 *
 * `splitTree` does it all for one manifest. Its steps are here as well: `parseHeader`, `treeFacts`, `planSplit`,
 * `renderFiles`, `checkConservation`, `planAssertions`, `formatPatch`. `regenerateTree` changes a split tree after an edit
 * of its manifest, `syncManifest` a manifest after edits of a split tree, `assignParts` the
 * parts of many functions in a manifest. `planSeries` divides the split into the patches
 * of a series.
 */

export { syncManifest } from './adopt/sync/sync-manifest.ts';
export type { Assigned, AssignedParts, HeaderFunctions, KeptFunction, Reach } from './assign/assign-parts.ts';
export { assignParts } from './assign/assign-parts.ts';
export type { Assignment } from './assign/assignment.ts';
export { makeAssignment, parseAssignment } from './assign/assignment.ts';
export type { FunctionFacts } from './assign/function-facts.ts';
export { parseAssignmentList } from './assign/parse-assignment-list.ts';
export { readFunctions } from './assign/read-functions.ts';
export type { Code, CodeEntry, Severity } from './diagnostics/codes.ts';
export { codes } from './diagnostics/codes.ts';
export type { Diagnostic, Labelled } from './diagnostics/diagnostic.ts';
export { helpOf, severityOf, stopsTheRun } from './diagnostics/diagnostic.ts';
export type { FileChange } from './diff/file-change.ts';
export { formatPatch } from './diff/format-patch.ts';
export type { AssertionChanges, AssertionInput, DefinitionReport, SourceChange } from './edits/assertion-changes.ts';
export { planAssertions } from './edits/assertion-changes.ts';
export { checkConservation } from './edits/check-conservation.ts';
export { assertInHeader } from './edits/header-assertions.ts';
export type { HeaderAssertions, RenderedFile } from './edits/render-files.ts';
export { renderFiles, withoutAssertions } from './edits/render-files.ts';
export { manifestJsonSchema } from './manifest/json-schema.ts';
export type { Manifest, Part, PrototypeEntry } from './manifest/manifest.ts';
export { parseManifest } from './manifest/parse-manifest.ts';
export { seriesJsonSchema } from './manifest/series/json-schema.ts';
export { parseSeries } from './manifest/series/parse-series.ts';
export type { SeriesFile, SeriesSettings } from './manifest/series/series-file.ts';
export { defaultSeries } from './manifest/series/series-file.ts';
export type { ManifestDraft } from './manifest/write-manifest.ts';
export { formatManifest } from './manifest/write-manifest.ts';
export type { PrototypeRemark, PrototypeRemarks } from './manifest/write-prototypes.ts';
export type { Guard } from './model/guard.ts';
export type { Bracket, Comment, Group, Header, Item, ItemContent, Node } from './model/header.ts';
export type { HeaderOptions } from './model/lower-header.ts';
export { parseHeader } from './model/lower-header.ts';
export type { BracketEntry, KnownMark } from './parse/brackets/bracket-marks.ts';
export type { MarkLookup } from './plan/brackets/known-marks.ts';
export { knownMarks } from './plan/brackets/known-marks.ts';
export type { AssertionTarget } from './plan/definitions/assertion-target.ts';
export type { PlanInput, PlanOutcome } from './plan/plan-split.ts';
export { planSplit } from './plan/plan-split.ts';
export type { SplitPlan } from './plan/split-plan.ts';
export type { TreeFacts } from './plan/tree-facts.ts';
export { treeFacts } from './plan/tree-facts.ts';
export type { EarlierTree, Origin, RegenerateInput } from './regenerate/regenerate-tree.ts';
export { regenerateTree } from './regenerate/regenerate-tree.ts';
export { sarifLog } from './report/sarif.ts';
export { formatFindings } from './report/text.ts';
export { manifestChangelog } from './series/changelog/manifest-changelog.ts';
export type { ConsumerProposal, SplitFiles } from './series/consumers/consumer-proposal.ts';
export { proposeConsumerChanges } from './series/consumers/propose-changes.ts';
export type { CoverInput } from './series/cover/cover-letter.ts';
export { coverLetter } from './series/cover/cover-letter.ts';
export { planSeries } from './series/plan-series.ts';
export type { SeriesInput } from './series/series-input.ts';
export type { CoverLetter, PlannedHeader, SeriesPatch, SeriesPlan } from './series/series-plan.ts';
export type { SplitResult } from './split/split-result.ts';
export { splitTree } from './split/split-tree.ts';
export { overlayTree } from './text/overlay-tree.ts';
export type { Place } from './text/place.ts';
export type { SourceText } from './text/source-text.ts';
export { bytesOfText, displayText } from './text/source-text.ts';
export type { Span } from './text/span.ts';
export type { TextEdit } from './text/text-edit.ts';
export { applyEdits } from './text/text-edit.ts';
export type { FilesNaming, Tree, WordQuery } from './text/tree.ts';
export { memoryTree } from './text/tree.ts';
