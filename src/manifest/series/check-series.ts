import { type Finding, finding } from '../finding.ts';
import { itemsOf, textOf, valueAt, type YamlNode } from '../yaml/yaml-node.ts';

/** What a series file must be besides what its shape says. */
export function checkSeries(root: YamlNode): Finding[] {
  return [
    ...doubledManifests(valueAt(root, 'manifests')),
    ...itemsOf(valueAt(root, 'prerequisites')).flatMap(checkPrerequisite),
    ...itemsOf(valueAt(root, 'consumers')).flatMap(checkConsumer),
    ...emptyList(valueAt(root, 'manifests'), 'manifests', 'manifest'),
    ...emptyList(valueAt(root, 'cc_command'), 'cc_command', 'program'),
  ];
}

/** Each manifest stands once. */
function doubledManifests(list: YamlNode | null): Finding[] {
  const firsts = new Map<string, YamlNode>();
  return itemsOf(list).flatMap((item) => {
    const path = textOf(item);
    if (path === null) return [];
    const first = firsts.get(path);
    if (first === undefined) {
      firsts.set(path, item);
      return [];
    }
    const related = { at: first.span, label: 'the first one' };
    return [finding('manifest-value', `manifests names '${path}' twice`, item.span, related)];
  });
}

/** A prerequisite is a mail or a commit. */
function checkPrerequisite(node: YamlNode, index: number): Finding[] {
  if (node.kind !== 'map') return [];
  const [mail, commit] = [valueAt(node, 'mail'), valueAt(node, 'commit')];
  if ((mail === null) !== (commit === null)) return [];
  const found = mail === null ? 'neither' : 'both';
  return [
    finding('manifest-value', `prerequisites[${index}] must have 'mail' or 'commit', and has ${found}`, node.span),
  ];
}

/** A change is a patch, a replacement of text, or what the tool proposes. */
function checkConsumer(node: YamlNode, index: number): Finding[] {
  const replace = valueAt(node, 'replace');
  const both = replace !== null && valueAt(node, 'patch') !== null;
  const from = valueAt(replace, 'from');
  return [
    ...(both
      ? [finding('manifest-value', `consumers[${index}] must have 'patch' or 'replace', and has both`, node.span)]
      : []),
    ...(from !== null && textOf(from) === ''
      ? [finding('manifest-value', `consumers[${index}].replace.from is empty`, from.span)]
      : []),
  ];
}

function emptyList(node: YamlNode | null, key: string, noun: string): Finding[] {
  if (node?.kind !== 'list' || node.items.length > 0) return [];
  return [finding('manifest-value', `${key} is empty; it needs at least one ${noun}`, node.span)];
}
