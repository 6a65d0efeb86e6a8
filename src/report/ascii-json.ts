/**
 * Indented JSON in ASCII, ending in a newline. Everything above `~` is escaped, so the document is the same bytes in
 * every encoding, and no character in it can steer a terminal; nor can `##[…]` in it steer the runner of a CI service.
 */
export function asciiJson(value: unknown): string {
  const json = JSON.stringify(value, null, 2);
  return `${json.replace(/[\x7f-\uffff]|(?<=#)#(?=\w*\[)/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
