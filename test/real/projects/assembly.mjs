/**
 * What gcc's assembler code of a unit (`gcc -S`, for ELF) says: a text for each function and variable, in order. Local
 * labels are numbered anew in each, constants stand where they are used, and the counters behind names (`__func__.3`) are
 * left out: gcc counts all of these in the order in which it happens to compile the functions.
 */
export function symbolTexts(assembly) {
  const { lines, constants } = withoutConstants(assembly.split('\n').filter((line) => !/^# \d+ "/.test(line)));
  const texts = [[]];
  let leading = [];
  let section = '.text';
  let isFunction = false;
  let isWritten = false;
  const add = (...more) => {
    const text = texts.at(-1);
    if (text.section !== section) text.push(`in ${section}`);
    text.section = section;
    text.push(...more);
  };
  for (const line of lines) {
    if (/^#(?:NO_)?APP/.test(line)) isWritten = line === '#APP';
    if (sectionOf(line) && !isWritten) section = sectionOf(line);
    else if (!isFunction && /^\t\.(?:globl|weak|hidden|local|align|p2align)\s/.test(line)) leading.push(line);
    else {
      const type = /^\t\.type\s(?!.*\.cold,)[^,]+, ?@(function|object)/.exec(line)?.[1];
      if (!isFunction && (type || /^\t\.(?:comm|set|ident)\s/.test(line))) texts.push([]);
      add(...leading, line);
      leading = [];
      if (type === 'function') isFunction = true;
      else if (/^\t\.size\s[^,]+, ?\.-/.test(line)) isFunction = false;
    }
  }
  add(...leading);
  return texts.map((text) => nameless(text.join('\n'), constants));
}

/** The lines without the pool of constants, and label -> what stands in the pool. */
function withoutConstants(all) {
  const constants = new Map();
  const lines = [];
  for (let at = 0; at < all.length; at++) {
    const label = /^(\.LC\d+):/.exec(all[at])?.[1];
    if (!label) {
      lines.push(all[at]);
      continue;
    }
    const own = /^\t\.(?:align|p2align)\s/.test(lines.at(-1)) ? [lines.pop()] : [];
    for (; DATA.test(all[at + 1] ?? ''); at++) own.push(all[at + 1]);
    constants.set(label, own.join(' '));
  }
  return { lines, constants };
}

const DATA = /^\t\.(?:string|ascii|byte|value|long|quad|zero)\s/;

function sectionOf(line) {
  const [, word, name = ''] = /^\t\.(text|data|bss|section)(?:\s+([^,]+))?/.exec(line) ?? [];
  return word ? name || `.${word}` : null;
}

function nameless(text, constants) {
  const numbers = new Map();
  const known = text.replaceAll(/\.LC\d+/g, (label) => `{${constants.get(label)}}`);
  return known
    .replaceAll(/\.L[A-Z]*\d+/g, (label) => {
      if (!numbers.has(label)) numbers.set(label, numbers.size);
      return `.L${numbers.get(label)}`;
    })
    .replaceAll(/\b([A-Za-z_]\w*)\.\d+\b/g, '$1.N');
}
