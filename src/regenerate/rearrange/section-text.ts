import { enclose, isSameEnclosure } from './enclosures.ts';
import type { MovedUnit } from './moved-units.ts';

/**
 * A section's text: its banner, then its units, apart where one has a comment or they come from different files.
 *
 * @param depth How many of the units' brackets, the outermost first, stand around the section already.
 */
export function sectionText(units: readonly MovedUnit[], banner: string, lineEnd: string, depth = 0): string {
  const text = bracketedText(units, lineEnd, depth);
  return banner === '' ? text : banner + lineEnd + lineEnd + text;
}

/** Neighbours in the same bracket stand in one. */
function bracketedText(units: readonly MovedUnit[], lineEnd: string, depth: number): string {
  const texts = runsOf(units, depth).map((run): string => {
    const enclosure = run[0]?.enclosures[depth];
    return enclosure === undefined
      ? paragraphOf(run, lineEnd)
      : enclose(bracketedText(run, lineEnd, depth + 1), [enclosure]);
  });
  return texts.join(lineEnd + lineEnd);
}

function runsOf(units: readonly MovedUnit[], depth: number): readonly (readonly MovedUnit[])[] {
  const runs: MovedUnit[][] = [];
  for (const unit of units) {
    const run = runs.at(-1);
    if (run && isSameEnclosure(run[0]?.enclosures[depth], unit.enclosures[depth])) run.push(unit);
    else runs.push([unit]);
  }
  return runs;
}

function paragraphOf(units: readonly MovedUnit[], lineEnd: string): string {
  let text = '';
  units.forEach((unit, at) => {
    const before = units[at - 1];
    if (before) text += lineEnd + (unit.hasComment || before.hasComment || before.from !== unit.from ? lineEnd : '');
    text += unit.text;
  });
  return text;
}
