/** Words that some reader of YAML (1.1, 1.2) takes for something else than text. */
const TAKEN = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** Plain where every reader of YAML sees the same text, else quoted. */
export function scalar(text: string): string {
  return /^[A-Za-z_][\w./+-]*$/.test(text) && !TAKEN.test(text) ? text : quoted(text);
}

/** JSON's strings are YAML's, and leave bytes above 0x7f as they are. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}
