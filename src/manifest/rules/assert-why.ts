import { type Finding, finding } from '../finding.ts';
import { entriesOf, textOf, valueAt, type YamlNode } from '../yaml/yaml-node.ts';

/** A prototype says why it is not asserted only where it says that it is not. */
export function checkAssertWhy(root: YamlNode): Finding[] {
  return entriesOf(valueAt(root, 'prototypes')).flatMap(({ key, value }) => {
    const why = valueAt(value, 'assert_why');
    if (why === null || textOf(valueAt(value, 'assert'))?.toLowerCase() === 'false') return [];
    const message = `prototypes.${key}.assert_why is the reason for \`assert: false\`, which the entry does not have`;
    return [finding('manifest-value', message, why.span)];
  });
}
