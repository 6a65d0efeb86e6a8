/**
 * Numbers for the conditions around something: the same for the same directives in the same order. Asked with the number
 * of what stands around a branch (0: nothing) and its directive; a branch stands behind those before it in its group.
 */
export type ConditionNumbers = (around: number, directive: string) => number;

export function conditionNumbers(): ConditionNumbers {
  const numbers = new Map<string, number>();
  return (around, directive) => {
    const key = `${around} ${directive}`;
    const number = numbers.get(key) ?? numbers.size + 1;
    numbers.set(key, number);
    return number;
  };
}
