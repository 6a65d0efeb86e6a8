import type { Part } from '../../manifest/manifest.ts';
import { displayText } from '../../text/source-text.ts';
import type { HeaderFacts } from '../header-facts.ts';
import { joinNames, wrapLine } from '../wrap-text.ts';
import { type CoverSection, paragraphs } from './cover-section.ts';

/**
 * By which rule declarations were classified: what each part's banner says, what it asserts, and whom it may call where
 * the banner does not speak of calls. Headers whose rule for a part is the same share it.
 */
export function ruleSection(headers: readonly HeaderFacts[]): CoverSection {
  const rules = new Map<string, { readonly part: string; readonly lines: readonly string[]; readonly of: string[] }>();
  for (const { manifest, name, parts } of headers) {
    for (const { part } of parts) {
      const lines = ruleLines(part, part.name === manifest.shared);
      const key = [part.name, ...lines].join('\n');
      const known = rules.get(key);
      if (known) known.of.push(name);
      else rules.set(key, { part: part.name, lines, of: [name] });
    }
  }
  const order = [...new Set([...rules.values()].map(({ part }) => part))];
  const sorted = [...rules.values()].sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part));
  const groups = sorted.map(({ part, lines, of }) => [
    `${part}${of.length === headers.length ? '' : ` (${joinNames(of)})`}`,
    ...lines,
  ]);
  return { title: 'What belongs to which part', lines: paragraphs(groups) };
}

function ruleLines(part: Part, isShared: boolean): readonly string[] {
  const banner = bannerParagraphs(part.banner);
  const texts = paragraphs([...banner, ...(isShared ? [OF_SHARED] : [])].map((text) => wrapLine(text, '  ')));
  const speaksOfCalls = banner.some((text) => /\bcalls?\b/i.test(text));
  const calls =
    part.mayCall === null || speaksOfCalls
      ? []
      : wrapLine(`Functions here may call those in ${joinNames(part.mayCall) || 'no part'}.`, '  ');
  const assert = part.assert === null ? [] : [`  Asserted: ${displayText(part.assert)}`];
  const lines = paragraphs([texts, calls, assert]);
  return lines.length > 0 ? lines : ['  The manifest gives no rule.'];
}

const OF_SHARED = 'Types, macros and whatever else is not assigned to another part.';

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
