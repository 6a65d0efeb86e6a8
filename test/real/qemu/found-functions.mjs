import { join } from 'node:path';
import { tagsOf } from '../ctags.mjs';
import { qemuManifests } from '../manifests.mjs';
import { isInstalled, mustHeaderSplit } from '../processes.mjs';

/** Prototypes and inline functions of the three headers: those that universal-ctags finds, no more and no fewer. */
export function foundFunctions({ context, tally }) {
  const name = 'prototypes and inlines';
  if (!isInstalled('ctags')) return tally.skip(name, 'universal-ctags is not installed');
  for (const { header } of qemuManifests()) {
    const json = mustHeaderSplit(context, [
      'init',
      '-C',
      context.before,
      join(context.before, header),
      '--format',
      'json',
    ]);
    const ours = new Set(JSON.parse(json).prototypes);
    const theirs = new Set(tagsOf(context.before, [header], 'pf').map((tag) => tag.name));
    const differences = [
      ...[...theirs].filter((one) => !ours.has(one)).map((one) => `${one}: found by ctags alone`),
      ...[...ours].filter((one) => !theirs.has(one)).map((one) => `${one}: not found by ctags`),
    ];
    tally.check(`${name} of ${header}`, `${ours.size} found, ${theirs.size} by universal-ctags`, differences);
  }
}
