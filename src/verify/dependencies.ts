/** The files after the colon of a rule for make as compilers write it (`-MD`), in its order and without the target. */
export function parseDependencies(text: string): readonly string[] {
  const joined = text.replace(/\\\r?\n/g, ' ');
  const [rule = ''] = joined.split('\n');
  const colon = /:(?=\s|$)/.exec(rule);
  if (colon === null) return [];
  if (!/[\\$]/.test(rule))
    return rule
      .slice(colon.index + 1)
      .split(/[ \t\r]+/)
      .filter(Boolean);
  const files: string[] = [];
  let word = '';
  const end = (): void => {
    if (word !== '') files.push(word);
    word = '';
  };
  for (let at = colon.index + 1; at < rule.length; at++) {
    const char = rule.charAt(at);
    const next = rule.charAt(at + 1);
    if (char === '\\' && (next === ' ' || next === '#' || next === ':' || next === '\\')) word += rule.charAt(++at);
    else if (char === '$' && next === '$') word += rule.charAt(++at);
    else if (char === ' ' || char === '\t' || char === '\r') end();
    else word += char;
  }
  end();
  return files;
}
