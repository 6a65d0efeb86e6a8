import type { PatchFacts } from './patch-facts.ts';

/** That a patch changes nothing, apart from what `scope` names; no paragraph where the project's commits do not say so. */
export function noChange({ series }: Pick<PatchFacts, 'series'>, scope: string | null = null): readonly string[] {
  if (!series.saysNoChange) return [];
  return [scope === null ? 'No functional change intended.' : `No functional change apart from ${scope}.`];
}

/**
 * Whether the messages of a project's last commits say that they change nothing: at least two do, or they are too few for
 * that to show.
 */
export function saysNoChangeInLog(messages: readonly string[]): boolean {
  return messages.length < LONG_LOG || messages.filter((message) => NO_CHANGE.test(message)).length > 1;
}

const LONG_LOG = 500;

const NO_CHANGE =
  /\bno\s+(?:intended\s+)?(?:functional(?:ity)?|(?:behavior|behaviour)(?:al)?)\s+changes?\b|\bno\s+(?:functional\s+)?changes?\s+(?:in|of|to)\s+(?:functionality|behavior|behaviour)\b/i;
