import { applyFlags, diffFlags, patchFlags, regenerateFlags, syncFlags, usersFlags } from './flags/change-flags.ts';
import { assignFlags, auditFlags, checkFlags, initFlags, reviewFlags, suggestFlags } from './flags/classify-flags.ts';
import { coverageFlags, seriesFlags, verifyFlags } from './flags/delivery-flags.ts';

/** The options of each command, in the help's order. */
const flags = {
  init: initFlags,
  assign: assignFlags,
  suggest: suggestFlags,
  review: reviewFlags,
  check: checkFlags,
  audit: auditFlags,
  diff: diffFlags,
  patch: patchFlags,
  apply: applyFlags,
  regenerate: regenerateFlags,
  sync: syncFlags,
  users: usersFlags,
  series: seriesFlags,
  verify: verifyFlags,
  coverage: coverageFlags,
} as const;

export type FlaggedCommand = keyof typeof flags;

export const commandNames = Object.keys(flags) as readonly FlaggedCommand[];

/** Long names of a command's options, without dashes. */
export function flagsOf(command: FlaggedCommand): readonly string[] {
  return Object.keys(flags[command]);
}
