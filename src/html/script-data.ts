/**
 * A value as JSON that can stand in a `<script type="application/json">`: nothing in it ends the script or begins a
 * comment, and it is the same value for `JSON.parse`.
 */
export function scriptData(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
