import { expect, test } from '@jest/globals';
import { assertNever } from '../../src/diagnostics/assert-never.ts';
import type { HandEdit } from './hand-edit.ts';
import type { ManifestEdit } from './manifest-edits.ts';
import { type History, type Outcome, outcomeOf, regenerated } from './outcome.ts';
import { type Contents, splitProject } from './project.ts';

/**
 * Checks that each hand edit outlives each edit of the manifest, or stops it. The snapshot tells what does not come out
 * as if the two had been made in the other order.
 */
export function checkHandEdits(
  handEdits: readonly HandEdit[],
  manifestEdits: readonly (readonly [edit: ManifestEdit, ...histories: readonly History[]])[],
): void {
  const split = splitProject();
  const alone = new Map<string, Promise<Contents>>();
  const outcome = async (handEdit: HandEdit, edit: ManifestEdit, history: History): Promise<Outcome> => {
    const key = `${edit.name} ${history}`;
    const made = alone.get(key) ?? split.then(async (tree) => (await regenerated(tree, edit, history)).contents);
    alone.set(key, made);
    return outcomeOf(await split, await made, handEdit, edit, history);
  };
  test.each(handEdits)('$name', async (handEdit) => {
    const told: string[] = [];
    for (const [edit, ...histories] of manifestEdits) {
      const outcomes = await Promise.all(
        histories.map(async (history) => tell(await outcome(handEdit, edit, history))),
      );
      const [first = ''] = outcomes;
      if (outcomes.every((one) => one === first)) told.push(...(first === '' ? [] : [`${edit.name}: ${first}`]));
      else
        outcomes.forEach((one, at) => {
          if (one !== '') told.push(`${edit.name}, history ${histories[at]}: ${one}`);
        });
    }
    expect(`\n${told.length === 0 ? 'commutes with every edit' : told.join('\n')}\n`).toMatchSnapshot();
  });
}

/** Empty when there is nothing to tell. */
function tell(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'commutes':
      return '';
    case 'merged':
      return ['merged', ...outcome.balance].join('\n  ');
    case 'stopped':
      expect(outcome.changes).toBe(0);
      return ['stopped', ...outcome.errors.map(tellError)].join('\n  ');
    default:
      return assertNever(outcome);
  }
}

function tellError({ message, places }: Extract<Outcome, { kind: 'stopped' }>['errors'][number]): string {
  const files = new Set(places.map(({ place }) => place.file));
  // The file that the person edited, and the manifest.
  expect([...files].sort()).toEqual(['disk.yaml', expect.stringMatching(/^(?:include|src)\//)]);
  const at = places.map(({ place: { file, line } }) => (line === 0 ? file : `${file}:${line}`));
  return `${message} (${at.join(', ')})`;
}
