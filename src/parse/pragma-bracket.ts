import type { Mark } from './bracket-marks.ts';

/** The bracket that a pragma opens or closes: `pack`, `visibility`, `diagnostic` and their like; null for any other. */
export function pragmaBracket(words: readonly string[]): Mark | null {
  const plain = words.filter((word) => !['(', ')', ','].includes(word));
  const subject = plain[0] === 'GCC' || plain[0] === 'clang' || plain[0] === 'STDC' ? plain.slice(1) : plain;
  const [name, verb] = subject;
  if (name === undefined) return null;
  if (name === 'push_macro' || name === 'push_options')
    return { role: 'open', bracket: `pragma ${name.slice(5)} ${verb ?? ''}` };
  if (name === 'pop_macro' || name === 'pop_options')
    return { role: 'close', bracket: `pragma ${name.slice(4)} ${verb ?? ''}` };
  if (!subjects.includes(name)) return null;
  if (verb === 'push' || verb === 'begin') return { role: 'open', bracket: `pragma ${name}` };
  if (verb === 'pop' || verb === 'end') return { role: 'close', bracket: `pragma ${name}` };
  if (name === 'pack') return { role: verb === undefined ? 'close' : 'open', bracket: 'pragma pack set' };
  return null;
}

const subjects = [
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
