/** A line of a changelog as a subject says it: what it did, as a command. */
export function asCommand(line: string): string {
  const [, part, names] = /^moved to ([^:]+): (.*)$/.exec(line) ?? [];
  if (part !== undefined && names !== undefined) return `move ${names} to ${part}`;
  const [verb = '', ...rest] = line.split(' ');
  return [COMMANDS.get(verb) ?? verb, ...rest].join(' ');
}

const COMMANDS: ReadonlyMap<string, string> = new Map([
  ['added', 'add'],
  ['changed', 'change'],
  ['dropped', 'drop'],
  ['included', 'include'],
  ['moved', 'move'],
  ['removed', 'remove'],
  ['renamed', 'rename'],
  ['replaced', 'replace'],
  ['reworded', 'reword'],
]);

/** A line of a changelog without the words of manifests: whoever reads it in a mail or in git log has not seen one. */
export function inPlainWords(line: string): string {
  return line
    .replace('no part yet', 'not classified yet')
    .replace('is the shared part', 'has what all share')
    .replace(/^parts in the order /, 'new order: ')
    .replace('where definitions are looked for', 'which files define the functions')
    .replace('goes where the rules put it', 'goes where it is needed')
    .replace('no longer listed', 'no longer declared')
    .replace('may call any part', 'may call any function');
}
