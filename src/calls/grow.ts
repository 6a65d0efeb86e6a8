/** A row of numbers that grows. */
export type Numbers = {
  readonly push: (number: number) => void;
  readonly at: (index: number) => number;
  readonly set: (index: number, number: number) => void;
  readonly length: () => number;
  readonly take: () => Int32Array;
};

export function makeNumbers(stored: Int32Array = new Int32Array(0)): Numbers {
  let numbers = stored;
  let { length } = stored;
  return {
    push: (number) => {
      if (length === numbers.length) {
        const larger = new Int32Array(Math.max(SMALLEST, numbers.length * 2));
        larger.set(numbers);
        numbers = larger;
      }
      numbers[length++] = number;
    },
    at: (index) => numbers[index] ?? 0,
    set: (index, number) => {
      numbers[index] = number;
    },
    length: () => length,
    take: () => numbers.subarray(0, length),
  };
}

const SMALLEST = 1 << 12;
