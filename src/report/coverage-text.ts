import type { CoveredAssertion, Execution } from '../coverage/cover-assertions.ts';
import { countOf } from '../text/count-of.ts';
import { printable } from './printable.ts';

/** For each part the assertions that never ran, the most-called first, and what share ran; ends with a newline. */
export function formatCoverage(covered: readonly CoveredAssertion[], parts: readonly string[]): string {
  const lines = [...new Set(parts)].flatMap((part) => {
    const own = covered.filter((one) => one.part === part);
    if (own.length === 0) return [];
    const missing = own.filter(({ execution }) => execution !== 'ran');
    const head = `${part}: ${own.length - missing.length} of ${countOf(own.length, 'assertion')} ran${percent(own)}`;
    return [head, ...missing.map((one) => `  ${lineOf(one)}`)];
  });
  const all = `all: ${count(covered, 'ran')} of ${countOf(covered.length, 'assertion')} ran${percent(covered)}`;
  return `${[...lines, all].map(printable).join('\n')}\n`;
}

/** The same as keys of the JSON report. */
export function coverageJson(
  covered: readonly CoveredAssertion[],
  parts: readonly string[],
): Readonly<Record<string, unknown>> {
  const totals = (own: readonly CoveredAssertion[]): object => ({
    assertions: own.length,
    ran: count(own, 'ran'),
    never: count(own, 'never'),
    unmeasured: count(own, 'unmeasured'),
  });
  return {
    total: totals(covered),
    parts: [...new Set(parts)].flatMap((part) => {
      const own = covered.filter((one) => one.part === part);
      return own.length === 0 ? [] : [{ part, ...totals(own) }];
    }),
    assertions: covered.map(({ name, file, part, header, first, execution, calls }) => {
      return { name, file, line: first, part, header, execution, calls };
    }),
  };
}

function lineOf({ name, file, first, execution, calls }: CoveredAssertion): string {
  const why = execution === 'never' ? 'never ran' : 'in no report';
  return `${file}:${first}: ${name}() ${why}; ${calls} call${calls === 1 ? '' : 's'}`;
}

function count(covered: readonly CoveredAssertion[], execution: Execution): number {
  return covered.filter((one) => one.execution === execution).length;
}

/** Rounded down: all is only all. */
function percent(covered: readonly CoveredAssertion[]): string {
  return ` (${Math.floor((count(covered, 'ran') * 100) / covered.length)} %)`;
}
