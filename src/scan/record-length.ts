import { fact } from './facts.ts';

/** How many numbers the record at an index takes, its code included; 0 for what is no record. */
export function recordLength(facts: Int32Array, at: number): number {
  switch (facts[at]) {
    case fact.function:
      return 7 + (facts[at + 6] ?? 0);
    case fact.macro:
      return 6 + (facts[at + 5] ?? 0);
    case fact.end:
      return 1;
    case fact.call:
    case fact.parameterCall:
    case fact.valueCall:
      return 4;
    case fact.memberCall:
      return 4 + (facts[at + 3] ?? 0);
    case fact.pointerCall:
    case fact.generatedCall:
    case fact.typedef:
    case fact.opaque:
      return 3;
    case fact.argument:
    case fact.global:
      return 5;
    case fact.store:
      return 5 + (facts[at + 4] ?? 0);
    case fact.initialiser:
      return 7 + (facts[at + 6] ?? 0);
    case fact.struct:
      return 4 + 3 * (facts[at + 3] ?? 0);
    default:
      return 0;
  }
}
