const SHOWN = 25;

/** Counts checks and prints one line for each; what a failed check found differing follows, a line for each. */
export function newTally(print = console.log) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  return {
    counts,
    /** Passes when nothing differs. `figures` says how much was compared. */
    check(name, figures, differences) {
      const isPassed = differences.length === 0;
      counts[isPassed ? 'passed' : 'failed']++;
      print(`${isPassed ? 'ok  ' : 'FAIL'} ${name}: ${figures}`);
      for (const line of differences.slice(0, SHOWN)) print(`       ${line}`);
      if (differences.length > SHOWN) print(`       and ${differences.length - SHOWN} more`);
    },
    skip(name, reason) {
      counts.skipped++;
      print(`skip ${name}: ${reason}`);
    },
    /** Says something that is neither right nor wrong. */
    note(line) {
      print(`     ${line}`);
    },
    closingLine() {
      const { passed, failed, skipped } = counts;
      return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    },
  };
}
