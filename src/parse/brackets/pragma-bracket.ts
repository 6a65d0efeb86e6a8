import type { Mark } from './bracket-marks.ts';

/** The bracket that a pragma opens or closes: `pack`, `visibility`, `diagnostic` and their like; null for any other. */
export function pragmaBracket(words: readonly string[]): Mark | null {
  const plain = words.filter((word) => !['(', ')', ','].includes(word));
  const subject = plain[0] === 'GCC' || plain[0] === 'clang' || plain[0] === 'STDC' ? plain.slice(1) : plain;
  const [name, verb] = subject;
  if (name === undefined) return null;
  if (name === 'omp') return regionOfOpenMp(subject.slice(1));
  if (name === 'push_macro' || name === 'push_options')
    return { role: 'open', bracket: `pragma ${name.slice(5)} ${verb ?? ''}`.trim() };
  if (name === 'pop_macro' || name === 'pop_options')
    return { role: 'close', bracket: `pragma ${name.slice(4)} ${verb ?? ''}`.trim() };
  if (name === 'error_messages')
    return { role: verb === 'off' ? 'open' : 'close', bracket: 'pragma error_messages set' };
  if (!subjects.includes(name)) return null;
  if (verb === 'push' || verb === 'begin') return { role: 'open', bracket: `pragma ${name}` };
  if (verb === 'pop' || verb === 'end') return { role: 'close', bracket: `pragma ${name}` };
  if (name === 'scalar_storage_order')
    return { role: verb === 'default' ? 'close' : 'open', bracket: 'pragma scalar_storage_order set' };
  if (name === 'pack') return { role: verb === undefined ? 'close' : 'open', bracket: 'pragma pack set' };
  return null;
}

/** `declare target … end declare target` and `begin … end`; a list after `declare target` makes it no region. */
function regionOfOpenMp([verb, ...words]: readonly string[]): Mark | null {
  const [first = '', second = '', third] = verb === 'declare' ? [verb, ...words] : words;
  const bracket = `pragma omp ${first} ${second}`.trim();
  if (verb === 'begin') return { role: 'open', bracket };
  if (verb === 'end') return { role: 'close', bracket };
  return verb === 'declare' && second === 'target' && third === undefined ? { role: 'open', bracket } : null;
}

const subjects = [
  'scalar_storage_order',
  'pack',
  'visibility',
  'diagnostic',
  'warning',
  'system_header',
  'ms_struct',
  'attribute',
  'assume_nonnull',
  'arc_cf_code_audited',
];
