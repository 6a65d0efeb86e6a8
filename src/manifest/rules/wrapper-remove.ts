import { type Finding, finding } from '../finding.ts';
import { textOf, valueAt, type YamlNode } from '../yaml/yaml-node.ts';

/** The header can go only when every user includes part files instead. */
export function checkWrapperRemove(root: YamlNode): Finding[] {
  const remove = valueAt(valueAt(root, 'wrapper'), 'remove');
  if (remove === null || textOf(remove)?.toLowerCase() !== 'true') return [];
  if (textOf(valueAt(valueAt(root, 'users'), 'rewrite')) === 'all') return [];
  const message = 'wrapper.remove needs `users: { rewrite: all }`: otherwise files go on including the header';
  return [finding('manifest-value', message, remove.span)];
}
