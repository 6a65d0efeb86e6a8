import type { Part } from '../manifest/manifest.ts';
import { displayText } from '../text/source-text.ts';
import { type CoverSection, paragraphs } from './cover-section.ts';
import type { HeaderFacts } from './header-facts.ts';
import { joinNames, wrapLine } from './wrap-text.ts';

/** By which rule declarations were classified: what each part's banner says, what it asserts, whom it may call. */
export function ruleSection(headers: readonly HeaderFacts[]): CoverSection {
  const rules = new Map<string, { readonly part: Part; readonly isShared: boolean; readonly headers: string[] }>();
  for (const { manifest, name, parts } of headers) {
    for (const { part } of parts) {
      const isShared = part.name === manifest.shared;
      const key = JSON.stringify([part.name, isShared, part.banner, part.assert, part.mayCall]);
      const known = rules.get(key);
      if (known) known.headers.push(name);
      else rules.set(key, { part, isShared, headers: [name] });
    }
  }
  const order = [...new Set([...rules.values()].map(({ part }) => part.name))];
  const sorted = [...rules.values()].sort((a, b) => order.indexOf(a.part.name) - order.indexOf(b.part.name));
  const groups = sorted.map(({ part, isShared, headers: names }) => [
    `${part.name}${names.length === headers.length ? '' : ` (${joinNames(names)})`}`,
    ...ruleLines(part, isShared),
  ]);
  return { title: 'What belongs to which part', lines: paragraphs(groups) };
}

function ruleLines(part: Part, isShared: boolean): readonly string[] {
  const shared = isShared ? ['Takes each declaration that is no function and is assigned to no other part.'] : [];
  const texts = [...bannerParagraphs(part.banner), ...shared].map((text) => wrapLine(text, '  '));
  const calls =
    part.mayCall === null ? [] : [wrapLine(`May call: ${part.mayCall.join(', ') || 'nothing'}.`, '  ', '    ')];
  const assert =
    part.assert === null ? [['  Asserts nothing.']] : [[`  Definitions assert: ${displayText(part.assert)}`]];
  return [...paragraphs(texts), ...calls.flat(), ...assert.flat()];
}

/** A banner may be written with the marks of a comment around it. */
function bannerParagraphs(banner: string | null): readonly string[] {
  const text = displayText(banner ?? '')
    .replace(/^\s*\/\*+[ \t]?/, '')
    .replace(/[ \t]*\*+\/\s*$/, '')
    .replace(/^[ \t]*\*(?: |$)/gm, '');
  return text
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}
