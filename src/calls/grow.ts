/** A row of numbers that grows. */
export type Numbers = {
  readonly push: (number: number) => void;
  readonly at: (index: number) => number;
  readonly set: (index: number, number: number) => void;
  readonly length: () => number;
  readonly take: () => Int32Array;
};

export function makeNumbers(capacity = 1 << 12): Numbers {
  let numbers = new Int32Array(capacity);
  let length = 0;
  return {
    push: (number) => {
      if (length === numbers.length) {
        const larger = new Int32Array(numbers.length * 2);
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
