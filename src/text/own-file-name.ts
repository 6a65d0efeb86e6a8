import { baseName, folderOf } from './file-path.ts';

/**
 * A licence comment (latin1) for a file other than the one that it was copied from: where a paragraph of it begins with
 * the name of that file, and a colon, a dash or nothing follows, with the name of the new file. As the comment has it: the
 * whole path, the base name, or the end of the path where both files are in one directory. All other bytes stay.
 *
 * @param from The path of the file that the comment was written for; `to`: of the new one.
 */
export function withOwnFileName(licence: string, from: string, to: string): string {
  if (from === to || !licence.includes(baseName(from))) return licence;
  const lines = licence.split('\n');
  return lines
    .map((line, at) => {
      const [, before = '', name = '', after = ''] = line.length > LONGEST ? [] : (NAMING.exec(line) ?? []);
      const own = name === '' || !beginsParagraph(lines[at - 1]) ? null : ownName(name, from, to);
      return own === null ? line : before + own + after;
    })
    .join('\n');
}

/** Marks of a comment, perhaps `@file`, a name that ends in a letter or digit, and what may follow it; a BOM may come first. */
const NAMING =
  /^((?:\xef\xbb\xbf)?[ \t]*(?:\/[*/]+!?|\*+)?[ \t]*(?:[@\\]file[ \t]+|File(?:name)?:[ \t]*)?)([\w./+-]*\w)([ \t]*(?:(?::|-|\xe2\x80[\x93\x94]).*|\**\/?[ \t]*)\r?)$/;

/** Longer lines are not titles, and the expression would take the square of their length. */
const LONGEST = 400;

/** Below nothing, a line without words, the identifier of a licence or a mode line: not in the middle of a sentence. */
function beginsParagraph(above: string | undefined): boolean {
  return above === undefined || !/\w/.test(above) || /SPDX-|-\*-/.test(above);
}

function ownName(name: string, from: string, to: string): string | null {
  if (name === from) return to;
  if (name === baseName(from)) return baseName(to);
  if (!`/${from}`.endsWith(`/${name}`) || folderOf(from) !== folderOf(to)) return null;
  return name.slice(0, -baseName(from).length) + baseName(to);
}
