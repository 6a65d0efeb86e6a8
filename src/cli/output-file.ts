/** Where the value of `-o` leads: null is standard output, which `-` names as well. */
export function outputFile(value: string | undefined): string | null {
  return value === undefined || value === '-' ? null : value;
}
