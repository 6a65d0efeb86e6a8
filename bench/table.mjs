// The table of a bench: each row with its limit, and the peer or the floor that it is measured against beside it.

/**
 * Prints rows. Each: { work, ours, theirs, cpu, wall }, where `ours` and `theirs` are names of `times` (theirs may be
 * absent: then the limits are seconds) and `cpu` and `wall` the limits. Below one that misses a limit stands the lines
 * that `explain` says of each of the two. Returns how many rows miss one.
 */
export function printTable(times, rows, explain) {
  const width = Math.max(...rows.map(({ work }) => work.length));
  let missed = 0;
  for (const { work, ours, theirs, cpu, wall } of rows) {
    const [a, b] = [times.get(ours), theirs === undefined ? null : times.get(theirs)];
    const against = b === null ? '' : ` | ${theirs}: ${figure(b.cpu)} CPU ${figure(b.wall)} wall`;
    const judged = [
      ['CPU', cpu, b === null ? a.cpu : a.cpu / b.cpu],
      ['wall', wall, b === null ? a.wall : a.wall / b.wall],
    ].filter(([, limit]) => limit !== undefined);
    const isMissed = judged.some(([, limit, value]) => value > limit);
    const verdicts = judged.map(([what, limit, value]) => {
      if (value > limit) missed++;
      const unit = b === null ? ' s' : '';
      return `${value.toFixed(2)}${unit} ${what} (at most ${limit}${unit}) ${value <= limit ? 'holds' : 'MISSED'}`;
    });
    console.log(
      `${work.padEnd(width)} | ${figure(a.cpu)} CPU ${figure(a.wall)} wall${against} | ${verdicts.join(', ')}`,
    );
    for (const name of isMissed ? [ours, theirs] : []) {
      const told = name === undefined ? null : explain(name);
      for (const line of told ?? []) console.log(`${' '.repeat(width)} |   ${name}: ${line}`);
    }
  }
  return missed;
}

/** Prints a row of which one number is known. Returns 1 when it is over the limit. */
export function printOne(work, value, limit, unit) {
  const isOver = value === null || value > limit;
  console.log(
    `${work} | ${value === null ? 'unknown' : value.toFixed(0)} ${unit} (at most ${limit}) ${isOver ? 'MISSED' : 'holds'}`,
  );
  return isOver ? 1 : 0;
}

function figure(seconds) {
  return `${seconds.toFixed(3)} s`;
}
