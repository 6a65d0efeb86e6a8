import type { IncludeLine } from '../include-line.ts';
import type { UsersMemory } from '../plan-users.ts';
import type { Spelling } from '../resolve-spelling.ts';
import { writeRewrite } from '../write-rewrite.ts';

/**
 * The text of a file without the includes that repeat one above them, where that one is read whenever they are. One that
 * the file repeated before stays, and so does one with a comment behind it.
 *
 * @param before The text from before its includes changed.
 */
export function dropRepeated(
  file: string,
  before: string,
  text: string,
  resolve: (from: string, spelling: Spelling) => readonly string[],
  { factsOf }: UsersMemory,
): string {
  const targetOf = (line: IncludeLine): string | null => {
    const [meant, ...others] = line.isDisabled ? [] : resolve(file, line);
    return meant === undefined || others.length > 0 ? null : meant;
  };
  const counts = new Map<string | null, number>();
  for (const line of factsOf(file, before).includes) counts.set(targetOf(line), (counts.get(targetOf(line)) ?? 0) + 1);
  const read: { readonly target: string; readonly line: IncludeLine }[] = [];
  const repeated: IncludeLine[] = [];
  for (const line of factsOf(file, text).includes) {
    const target = targetOf(line);
    if (target === null) continue;
    const isRead = read.some(
      (one) => one.target === target && (one.line.branch === 0 || one.line.isSure || one.line.branch === line.branch),
    );
    const isBare = line.isPlain && text.slice(line.operand.end, line.end).trim() === '';
    if (isRead && isBare && (counts.get(target) ?? 0) < 2) repeated.push(line);
    else read.push({ target, line });
  }
  return writeRewrite(
    text,
    repeated.map((line) => ({ line, instead: [], behind: [] })),
  );
}
