import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A header that was split in two, and one fault in the split: what gets lost, moved or changed. `a` and `b` are the two
 * part files' own lines; the whole header has those of `a`, then those of `b`, unless `whole` says otherwise.
 */
export type SeededFault = {
  readonly name: string;
  readonly a: string;
  readonly b: string;
  readonly whole?: string;
  /** The source that includes the header. */
  readonly user: string;
  readonly isCxx?: boolean;
  /** `h` is the wrapper. */
  readonly fault: { readonly file: 'a' | 'b' | 'h'; readonly from: string; readonly to: string };
  /** The finding: its code, the file that it points into (without the directory), and words of its message. */
  readonly found: { readonly code: string; readonly file: string; readonly words: string };
};

export const seededFaults = JSON.parse(
  readFileSync(join(import.meta.dirname, 'seeded-faults.json'), 'utf8'),
) as readonly SeededFault[];

/** The files of a fault's directory: before the split, split well, and with the fault. */
export function filesOf({
  a,
  b,
  whole,
  user,
  isCxx,
  fault,
}: SeededFault): Readonly<Record<'before' | 'good' | 'bad', Readonly<Record<string, string>>>> {
  const source = isCxx ? 'u.cc' : 'u.c';
  const guarded = (guard: string, text: string): string => `#ifndef ${guard}\n#define ${guard}\n${text}\n#endif\n`;
  const users = { [source]: `#include "h.h"\n${user}\n` };
  const before = { ...users, 'h.h': guarded('H_H', whole ?? `${a}\n${b}`) };
  const good = {
    ...users,
    'h.h': guarded('H_H', '#include "h-a.h"\n#include "h-b.h"\n'),
    'h-a.h': guarded('H_A', a),
    'h-b.h': guarded('H_B', `#include "h-a.h"\n${b}`),
  };
  const path = fault.file === 'h' ? 'h.h' : `h-${fault.file}.h`;
  const text = good[path as keyof typeof good] ?? '';
  if (!text.includes(fault.from)) throw new Error(`nothing to spoil: ${fault.from}`);
  return { before, good, bad: { ...good, [path]: text.replaceAll(fault.from, fault.to) } };
}
