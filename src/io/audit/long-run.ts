import { setFlagsFromString } from 'node:v8';

/** The version of V8 in node 20. Later ones make fast code in steps of their own, and do not know one of the flags. */
const KNOWN = /^11\./;

/**
 * To be told before a whole tree is read. A run of seconds is worth fast code sooner than the command line has it made for
 * short ones; functions that are copied into each other less take less time to compile, which was a fifth of such a run.
 */
export function expectLongRun(): void {
  if (!KNOWN.test(process.versions.v8)) return;
  setFlagsFromString('--interrupt-budget=300000');
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
}
