import { displayText } from '../../text/source-text.ts';

/** The first sentence of a comment, without the comment's marks and drawn lines, and whether that is all. */
export function sentenceOf(comment: string): { readonly title: string; readonly isAll: boolean } {
  const prose = withoutFrame(displayText(comment))
    .replace(/^[ \t]*\/\*{4,}\/[ \t]*\r?$/gm, ' ')
    .replace(/(?<!\*)\*+\/[ \t]*\r?$/gm, ' ')
    .replace(/^[ \t]*(?:\/\*+|\/\/+!?|\*+(?!\/))/gm, ' ')
    .replace(/(?<!\S)\/{2,}(?!\S)|[-=*#~_+]{4,}|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .replace(/ {2,}/g, ' ');
  const sentence = /^.*?[^. ][.](?= )/.exec(prose)?.[0] ?? prose;
  return { title: sentence.replace(/(?<![.:\s])[.:\s]+$/, ''), isAll: sentence === prose };
}

/** The marks that are drawn left and right of the words of a line: `* Title *` in a box, `== Title ==`. */
function withoutFrame(comment: string): string {
  const lines = comment
    .split('\n')
    .map((line) => line.replace(/(?<!\S)([-=*#~_+|])\1+[ \t]*(?=(?:\*\/[ \t]*)?\r?$)/, ' '));
  const isBox = hasDrawnLine(comment);
  return lines
    .map((line) => {
      const open = line.replace(/^([ \t]*(?:(?:\/\*+(?!\*)|\/\/+|\*(?!\/))[ \t]*)?)([-=*#~_+|])\2+(?=[ \t])/, '$1');
      return isBox
        ? open.replace(/[ \t][*#|](?=[ \t]*\r?$)/, ' ').replace(/^([ \t]*(?:\*[ \t]*)?)[#|](?=[ \t])/, '$1')
        : open;
    })
    .join('\n');
}

/** Characters; what is longer is prose. */
const LONGEST_TITLE = 72;

/** Neither code that was commented out nor a remark. */
export function mayBeTitle(text: string): boolean {
  return text !== '' && text.length <= LONGEST_TITLE && !/[;{}]|##|^#|^(?:NB|NOTE|TODO|FIXME|XXX)\b/i.test(text);
}

/** So few words that the sentences after them explain them. */
export function isBrief(title: string): boolean {
  return title.split(' ').length <= 5;
}

/** A line of ten marks or more. */
export function hasDrawnLine(comment: string): boolean {
  return /([-=*#~_+/])\1{9}/.test(comment);
}
