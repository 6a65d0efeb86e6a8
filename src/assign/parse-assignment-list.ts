import { type Diagnostic, diagnostic, withNext } from '../diagnostics/diagnostic.ts';
import { diagnosticsOf, isError } from '../manifest/finding.ts';
import { checkReadable } from '../manifest/yaml/check-readable.ts';
import { decodeUtf8 } from '../manifest/yaml/decode.ts';
import { parseYaml } from '../manifest/yaml/parse-yaml.ts';
import { entriesOf, textOf, valueAt, type YamlEntry } from '../manifest/yaml/yaml-node.ts';
import { placeOf, placeOfFile } from '../text/place.ts';
import type { SourceText } from '../text/source-text.ts';
import { span } from '../text/span.ts';
import { type Assignment, makeAssignment, parseAssignment } from './assignment.ts';

export type AssignmentList = {
  readonly assignments: readonly Assignment[];
  readonly findings: readonly Diagnostic[];
};

/**
 * Reads a file of assignments by name: lines `PATTERN=PART`, blank ones and `# comments` left out, or a mapping in YAML or
 * JSON from patterns to parts, or to `{ part: PART, why: TEXT }`; `why: null` takes a reason away. Which of the two it is,
 * its first line says.
 */
export function parseAssignmentList(source: SourceText): AssignmentList {
  const unreadable = checkReadable(source, 'the list of assignments');
  if (unreadable !== null) return { assignments: [], findings: [unreadable] };
  const { decoded, findings: ofBytes } = decodeUtf8(source.text);
  if (ofBytes.length > 0) return { assignments: [], findings: diagnosticsOf(source, ofBytes) };
  const first = source.text.split('\n').find((line) => withoutComment(line) !== '') ?? '';
  if (/^[^:]*=|^\/.*=/.test(withoutComment(first))) return collect(linesOf(source));
  const { root, findings } = parseYaml(decoded);
  if (findings.some(isError)) return { assignments: [], findings: diagnosticsOf(source, findings) };
  const problem = root === null ? 'nothing is assigned' : notAMap(root);
  if (problem !== null)
    return { assignments: [], findings: [diagnostic('assignment-malformed', problem, placeOfFile(source.path))] };
  return collect(entriesOf(root).map((entry) => entryOf(source, entry)));
}

function notAMap(root: Parameters<typeof valueAt>[0]): string | null {
  if (root?.kind !== 'map') return 'this is neither lines `PATTERN=PART` nor a mapping from patterns to parts';
  const isManifest = valueAt(root, 'header') !== null && valueAt(root, 'parts') !== null;
  return isManifest ? 'this is a manifest, not a list of assignments' : null;
}

function collect(read: readonly (Assignment | Diagnostic)[]): AssignmentList {
  const assignments = read.flatMap((one) => ('matcher' in one ? [one] : []));
  return { assignments, findings: read.flatMap((one) => ('matcher' in one ? [] : [one])) };
}

function linesOf(source: SourceText): readonly (Assignment | Diagnostic)[] {
  const read: (Assignment | Diagnostic)[] = [];
  let at = 0;
  for (const line of source.text.split('\n')) {
    const words = withoutComment(line);
    const start = at + line.indexOf(words);
    if (words !== '') read.push(parseAssignment('name', source, span(start, start + words.length)));
    at += line.length + 1;
  }
  return read;
}

/** A line without its comment, the blanks around it and a byte order mark. */
function withoutComment(line: string): string {
  return line
    .replace(/^\xef\xbb\xbf/, '')
    .replace(/(?:^|[ \t])#[\s\S]*/, '')
    .replace(/^[ \t]+/, '')
    .replace(/(?<![ \t\r])[ \t\r]+$/, '');
}

function oneLine(why: string): string {
  return why.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

function entryOf(source: SourceText, { key, keySpan, value }: YamlEntry): Assignment | Diagnostic {
  const place = placeOf(source, keySpan);
  const part = textOf(value.kind === 'map' ? valueAt(value, 'part') : value);
  const unknown = entriesOf(value).find((one) => one.key !== 'part' && one.key !== 'why');
  if (unknown)
    return diagnostic(
      'assignment-malformed',
      `'${unknown.key}' is neither 'part' nor 'why'`,
      placeOf(source, unknown.keySpan),
    );
  const reason = valueAt(value, 'why');
  if (reason !== null && reason.kind !== 'scalar')
    return diagnostic('assignment-malformed', `'why' of '${key}' is no text`, placeOf(source, reason.span));
  const why = reason === null ? null : oneLine(textOf(reason) ?? '');
  if (part !== null) return makeAssignment('name', key, part, place, why);
  const finding = diagnostic('assignment-malformed', `'${key}' has no part`, place);
  return withNext(finding, `Write \`${key}: part\`, or leave the line out.`);
}
