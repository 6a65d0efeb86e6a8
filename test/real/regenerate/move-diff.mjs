// What a diff between the work tree and HEAD does, by its lines alone.
import { mustRun } from '../processes.mjs';
import { partOf } from './manifest-edits.mjs';

/**
 * What a diff does beyond moving functions: header lines that do not leave one file for another, and changes of source
 * files beyond the assertions of the parts, their includes and blank lines. `edits` as `reassignSome` makes them.
 */
export function moveProblems(tree, files, edits) {
  const headers = changedLines(
    tree,
    files.filter((file) => file.endsWith('.h')),
  );
  const sources = changedLines(
    tree,
    files.filter((file) => !file.endsWith('.h')),
  );
  const isOfAssertions = assertionLines(edits);
  const moved = edits.flatMap(({ moved: some }) => some.map(({ name }) => name));
  const gone = headers.removed.join('\n');
  return [
    ...beyond(headers.added, headers.removed).map((line) => `in one part file only: +${line}`),
    ...beyond(headers.removed, headers.added).map((line) => `in no part file any more: -${line}`),
    ...moved.filter((name) => !new RegExp(String.raw`\b${name}\b`).test(gone)).map((name) => `not moved: ${name}`),
    ...functionsIn(gone).flatMap((name) => (moved.includes(name) ? [] : [`moved too: ${name}`])),
    ...sources.added.filter((line) => !isOfAssertions(line)).map((line) => `in a source file: +${line}`),
    ...sources.removed.filter((line) => !isOfAssertions(line)).map((line) => `in a source file: -${line}`),
    ...assertionProblems(sources, edits),
  ];
}

/** The lines that a diff adds and removes; no prototype that stays counts as both, as it is the only one of its lines. */
export function changedLines(tree, files) {
  if (files.length === 0) return { added: [], removed: [] };
  const diff = mustRun('git', ['-C', tree, 'diff', '--patience', '-U0', '--no-color', 'HEAD', '--', ...files]);
  const lines = diff.split('\n');
  const of = (sign) =>
    lines.filter((line) => line[0] === sign && !/^(?:---|\+\+\+) /.test(line)).map((line) => line.slice(1));
  return { added: of('+'), removed: of('-') };
}

/** Lines that are more often in one list than in the other, blank ones apart. */
function beyond(lines, others) {
  const left = new Map();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0 && line.trim() !== '';
  });
}

/** The names that lines of prototypes in QEMU's style declare. */
function functionsIn(text) {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  return [...code.matchAll(/^[a-zA-Z_][\w \t*]*?\b(\w+)\(/gm)].map(([, name]) => name);
}

function assertionLines(edits) {
  const parts = edits.flatMap(({ yaml }) => Object.values(yaml.parts));
  const statements = new Set(parts.flatMap(({ assert }) => (assert ? [assert.trim()] : [])));
  const includes = new Set(parts.flatMap((part) => (part.assert_include ? [`#include "${part.assert_include}"`] : [])));
  return (line) => line.trim() === '' || statements.has(line.trim()) || includes.has(line);
}

/** Of each statement a diff adds and removes as many as there are functions that go to and leave its parts, at most. */
function assertionProblems({ added, removed }, edits) {
  const count = (lines, statement) => lines.filter((line) => line.trim() === statement).length;
  const statements = new Map();
  for (const { yaml, moved } of edits) {
    for (const { name, from, to } of moved) {
      const [old, wanted] = [from, to].map((part) => yaml.parts[part].assert?.trim());
      if (old === wanted || partOf(yaml.prototypes[name]) !== to) continue;
      for (const [statement, side] of [
        [old, 'removed'],
        [wanted, 'added'],
      ]) {
        if (statement === undefined) continue;
        const counts = statements.get(statement) ?? { added: 0, removed: 0 };
        counts[side]++;
        statements.set(statement, counts);
      }
    }
  }
  return [...statements].flatMap(([statement, wanted]) => [
    ...(count(added, statement) > wanted.added ? [`${statement} added ${count(added, statement)} times`] : []),
    ...(count(removed, statement) > wanted.removed ? [`${statement} removed ${count(removed, statement)} times`] : []),
  ]);
}
