import type { Manifest, Part } from '../../manifest/manifest.ts';
import { baseName, folderOf } from '../../text/file-path.ts';
import { displayText } from '../../text/source-text.ts';
import { partTitle } from '../banner-title.ts';
import { joinNames } from '../wrap-text.ts';

/** What changed in a part, as a changelog has it, and which patches of the header that concerns. */
export type PartChange = { readonly text: string; readonly of: 'split' | 'assertions' };

/**
 * What changed in the parts that both manifests have, apart from what is in them: a line for each key. Parts are told by
 * their files and by what their banners call them: whoever reads the mails has seen no manifest.
 */
export function partChanges(was: Manifest, now: Manifest, renamed: ReadonlyMap<string, string>): readonly PartChange[] {
  return was.parts.flatMap((before) => {
    const name = renamed.get(before.name) ?? before.name;
    const after = now.parts.find((part) => part.name === name);
    return after === undefined ? [] : changesOfPart(before, after, now, renamed);
  });
}

/** A part that is called otherwise though its file is the same; the name of a file tells of itself. */
export function titleChanges(was: Manifest, now: Manifest, renamed: ReadonlyMap<string, string>): readonly string[] {
  return [...renamed].flatMap(([name, other]) => {
    const before = was.parts.find((part) => part.name === name);
    const after = now.parts.find((part) => part.name === other);
    if (!before || !after || before.file !== after.file || partTitle(before) === partTitle(after)) return [];
    return [`renamed the ${functionsOf(before)} of ${baseName(after.file)} to ${functionsOf(after)}`];
  });
}

/** The file of a part, or its section in one, as a noun phrase. */
export function sectionName(part: Part, { parts }: Manifest): string {
  const isAlone = parts.every((one) => one === part || one.file !== part.file);
  return isAlone ? baseName(part.file) : `the ${functionsOf(part)} of ${baseName(part.file)}`;
}

function functionsOf(part: Part): string {
  return `${partTitle(part)} functions`;
}

function changesOfPart(
  before: Part,
  after: Part,
  now: Manifest,
  renamed: ReadonlyMap<string, string>,
): readonly PartChange[] {
  const mayCall = before.mayCall?.map((part) => renamed.get(part) ?? part) ?? null;
  const into = before.into === null ? null : (renamed.get(before.into) ?? before.into);
  const own = functionsOf(after);
  const assertions = [
    ...(before.assert === after.assert ? [] : [assertChange(before, after)]),
    ...(before.assertInclude === after.assertInclude ? [] : [includeChange(before, after)]),
  ];
  const split = [
    ...(into === after.into
      ? []
      : [after.into === null ? `${own} have a header of their own` : `${own} are in ${baseName(after.file)} now`]),
    ...(before.file === after.file || into !== after.into ? [] : [renaming(before.file, after.file)]),
    ...(before.guard === after.guard
      ? []
      : [
          `${baseName(after.file)} has the guard ${after.guard === null ? 'that follows from its name' : displayText(after.guard)}`,
        ]),
    ...(before.banner === after.banner ? [] : [bannerChange(before, after, now)]),
    ...(String(mayCall) === String(after.mayCall) ? [] : [`${own} may call ${callable(after, now)}`]),
  ];
  return [
    ...assertions.map((text): PartChange => ({ text, of: 'assertions' })),
    ...split.map((text): PartChange => ({ text, of: 'split' })),
  ];
}

function assertChange(before: Part, after: Part): string {
  const [old, now] = [before, after].map(({ assert }) => displayText(assert ?? '').replace(/;\s*$/, ''));
  if (!old) return `added ${now} to ${functionsOf(after)}`;
  return now ? `replaced ${old} with ${now} in ${functionsOf(after)}` : `removed ${old} from ${functionsOf(after)}`;
}

function includeChange(before: Part, after: Part): string {
  const path = displayText(after.assertInclude ?? before.assertInclude ?? '');
  return `${after.assertInclude === null ? 'no longer included' : 'included'} ${path} where ${functionsOf(after)} are defined`;
}

function renaming(before: string, after: string): string {
  return folderOf(before) === folderOf(after)
    ? `renamed ${baseName(before)} to ${baseName(after)}`
    : `renamed ${before} to ${after}`;
}

function bannerChange(before: Part, after: Part, now: Manifest): string {
  const section = sectionName(after, now);
  const where = section === baseName(after.file) ? `at the top of ${section}` : `above ${section}`;
  if (after.banner === null) return `removed the comment ${where}`;
  return before.banner === null ? `added a comment ${where}` : `reworded the comment ${where}`;
}

function callable({ mayCall }: Part, { parts }: Manifest): string {
  if (mayCall === null) return 'any function';
  const titles = parts.filter(({ name }) => mayCall.includes(name)).map(partTitle);
  return titles.length === 0 ? 'nothing' : `${joinNames(titles)} functions`;
}
