import { expect, test } from '@jest/globals';
import type { AuditFinding } from '../../src/audit/audit-finding.ts';
import { groupFindings } from '../../src/audit/finding-groups.ts';

/** `start>callee`, and the groups as `root: finding finding`. */
function groupsOf(...pairs: readonly string[]): readonly string[] {
  const findings = pairs.map((pair) => {
    const [root = '', callee = ''] = pair.split('>');
    return { part: 'io', forbidden: 'graph', root, callee, caller: pair } as AuditFinding;
  });
  return groupFindings(findings).map((group) => {
    return `${group.root} (${group.at}): ${group.findings.map(({ caller }) => caller).join(' ')}`;
  });
}

test('Calls of one beginning are one group, and so are beginnings of one call', () => {
  expect(groupsOf('a>x', 'a>y', 'a>z')).toEqual(['a (start): a>x a>y a>z']);
  expect(groupsOf('a>x', 'b>x', 'c>x')).toEqual(['x (callee): a>x b>x c>x']);
  expect(groupsOf('a>x', 'b>y')).toEqual(['a (start): a>x', 'b (start): b>y']);
});

test('A finding between two roots goes to that which meets more others', () => {
  expect(groupsOf('a>x', 'b>x', 'c>x', 'c>y', 'c>z', 'c>w')).toEqual([
    'x (callee): a>x b>x',
    'c (start): c>x c>y c>z c>w',
  ]);
  // Two sites of one call weigh no more than one.
  expect(groupsOf('a>x', 'a>x', 'a>x', 'b>y', 'a>y', 'c>y')).toEqual([
    'a (start): a>x a>x a>x',
    'y (callee): b>y a>y c>y',
  ]);
});

test('Groups stand in the order of their first findings, each finding in one', () => {
  expect(groupsOf('d>w', 'a>x', 'e>v', 'b>x')).toEqual(['d (start): d>w', 'x (callee): a>x b>x', 'e (start): e>v']);
  expect(groupsOf()).toEqual([]);
});
