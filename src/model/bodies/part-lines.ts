import type { Part } from '../../parse/tokens/token-groups.ts';

/** Whether a line ends between two parts of a declaration. */
export function isLineBetween(text: string, before: Part | undefined, after: Part | undefined): boolean {
  return before !== undefined && after !== undefined && text.slice(endOf(before), after.token.start).includes('\n');
}

function endOf(part: Part): number {
  return part.kind === 'group' ? part.end : part.token.end;
}
