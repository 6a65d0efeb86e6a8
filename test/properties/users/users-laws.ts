import assert from 'node:assert/strict';
import { contentAfter } from '../../../src/diff/file-change.ts';
import { parseManifest } from '../../../src/manifest/parse-manifest.ts';
import { memoryTree } from '../../../src/text/tree.ts';
import type { LostUsers } from '../../../src/users/lost/follow-moved.ts';
import { type UsersOutcome, usersOfManifests } from '../../../src/users/users-of-manifests.ts';
import { type GeneratedTree, MANIFEST } from './generated-tree.ts';
import { usesSeen } from './preprocess.ts';

/**
 * The five laws of a change of includes, and those of what follows it, on one tree and for each way to rewrite, each judged without the tool's own
 * reading: throws where one does not hold.
 */
export function checkUsersLaws(tree: GeneratedTree): void {
  for (const rewrite of ['all', 'narrower']) {
    const { after, codes } = change(tree, `users: { rewrite: ${rewrite} }\n`);
    assert.ok(!codes.includes('users-law'), `${rewrite}: the tool's own check fails`);
    for (const path of Object.keys(tree)) checkIncludesOnly(tree[path] ?? '', after[path] ?? '', `${rewrite}: ${path}`);
    for (const unit of Object.keys(tree).filter((path) => path.endsWith('.c')))
      checkVisible(tree, after, unit, rewrite);
    assert.deepEqual(
      change(after, `users: { rewrite: ${rewrite} }\n`).after,
      after,
      `${rewrite}: a second run is empty`,
    );
    for (const path of Object.keys(after)) checkAcyclic(after, path, rewrite);
    checkNothingLost(after, rewrite);
    checkFollowed(after, rewrite);
  }
  const { after, codes } = change(tree, 'users: { rewrite: all }\nwrapper: { remove: true }\n');
  const isNamed = Object.entries(after).some(([path, text]) => path !== 'include/b.h' && text.includes('"b.h"'));
  if (!('include/b.h' in after)) assert.ok(!isNamed, 'the wrapper goes while it is included');
  else assert.ok(codes.includes('wrapper-still-included'), 'the wrapper stays, and nobody says why');
}

function change(tree: GeneratedTree, users: string, lost: LostUsers = { kind: 'leave' }) {
  const { manifest } = parseManifest({ path: 'b.yaml', text: MANIFEST + users });
  assert.ok(manifest);
  const outcome = usersOfManifests(memoryTree(tree), [manifest], { lost });
  const after = new Map(Object.entries(tree));
  for (const one of outcome.changes) {
    const text = contentAfter(one);
    if (text === null) after.delete(one.path);
    else after.set(one.path, text);
  }
  return {
    after: Object.fromEntries(after) as GeneratedTree,
    codes: outcome.findings.map(({ code }) => code),
    outcome,
  };
}

/** Of a tree as it was rewritten, `check` says nothing but of names that mean nothing there in some configuration. */
function checkNothingLost(tree: GeneratedTree, rewrite: string): void {
  const told = toldWrongly(tree, change(tree, `users: { rewrite: ${rewrite} }\n`, { kind: 'tell' }).outcome);
  assert.deepEqual([...told], [], `${rewrite}: \`check\` finds what nobody lost`);
}

/** A function moves to another part: what `check` says is true, and after the lines that are added it says nothing. */
function checkFollowed(tree: GeneratedTree, rewrite: string): void {
  const users = `users: { rewrite: ${rewrite} }\n`;
  const moved: GeneratedTree = {
    ...tree,
    'include/b-graph.h': (tree['include/b-graph.h'] ?? '').replace('int g_one(Node *n);\n', ''),
    'include/b-io.h': (tree['include/b-io.h'] ?? '').replace('int i_two', 'int g_one(Node *n);\nint i_two'),
  };
  const told = toldWrongly(moved, change(moved, users, { kind: 'tell' }).outcome);
  assert.deepEqual([...told], [], `${rewrite}: g_one moved, and \`check\` is wrong`);
  const { after, codes: following } = change(moved, users, { kind: 'follow', before: memoryTree(tree) });
  assert.ok(!following.includes('users-law'), `${rewrite}: a law fails where g_one moved`);
  for (const path of Object.keys(moved)) {
    checkIncludesOnly(moved[path] ?? '', after[path] ?? '', `${rewrite}, g_one moved: ${path}`);
    checkAcyclic(after, path, rewrite);
  }
  checkNothingLost(after, `${rewrite}`);
}

/** What `check` says of names that each unit has. */
function toldWrongly(tree: GeneratedTree, { findings }: UsersOutcome): readonly string[] {
  return findings.flatMap(({ code, message }) =>
    code === 'user-lost-part' && !isMissing(tree, /uses (\w+)/.exec(message)?.[1] ?? '') ? [message] : [],
  );
}

/** Whether a unit uses a name where it means nothing. */
function isMissing(tree: GeneratedTree, name: string): boolean {
  return ['', 'A', 'B', 'A B'].some((defined) =>
    Object.keys(tree).some(
      (unit) =>
        unit.endsWith('.c') &&
        usesSeen(tree, unit, defined.split(' ')).some(
          ({ key, isDeclared }) => !isDeclared && new RegExp(`\\b${name}\\b`).test(key),
        ),
    ),
  );
}

/** Law 1. */
function checkIncludesOnly(before: string, after: string, what: string): void {
  const isInclude = (line: string): boolean => line.startsWith('#include');
  const others = (text: string): readonly string[] => text.split('\n').filter((line) => !isInclude(line));
  assert.deepEqual(others(after), others(before), `${what}: more than includes changes`);
  const kept = before.split('\n').filter((line) => isInclude(line) && !line.includes('"b.h"'));
  const now = after.split('\n').filter(isInclude);
  let at = 0;
  for (const line of now) if (line === kept[at]) at++;
  assert.equal(at, kept.length, `${what}: an include is lost or moved`);
}

/** Law 2. */
function checkVisible(before: GeneratedTree, after: GeneratedTree, unit: string, what: string): void {
  for (const defined of [[], ['A'], ['B'], ['A', 'B']]) {
    const now = new Map(usesSeen(after, unit, defined).map(({ key, isDeclared }) => [key, isDeclared]));
    for (const { key, isDeclared } of usesSeen(before, unit, defined))
      if (isDeclared) assert.notEqual(now.get(key), false, `${what}: ${unit} with ${defined}: ${key} is lost`);
  }
}

/** Law 4: the generated trees have no cycle. */
function checkAcyclic(tree: GeneratedTree, path: string, what: string): void {
  const seen = new Set<string>();
  const queue = [path];
  for (const file of queue) {
    for (const [, base = ''] of (tree[file] ?? '').matchAll(/#include "([^"]*)"/g)) {
      const target = `include/${base}`;
      assert.notEqual(target, path, `${what}: ${path} includes itself`);
      if (!seen.has(target)) queue.push(target);
      seen.add(target);
    }
  }
}
