import type { Manifest, Part } from '../../manifest/manifest.ts';
import { displayText } from '../../text/source-text.ts';

/** What changed in the parts that both manifests have, apart from what is in them: a line for each key. */
export function partChanges(was: Manifest, now: Manifest, renamed: ReadonlyMap<string, string>): readonly string[] {
  return was.parts.flatMap((before) => {
    const name = renamed.get(before.name) ?? before.name;
    const after = now.parts.find((part) => part.name === name);
    return after === undefined ? [] : changesOfPart(before, after, renamed);
  });
}

function changesOfPart(before: Part, after: Part, renamed: ReadonlyMap<string, string>): readonly string[] {
  const { name } = after;
  const mayCall = before.mayCall?.map((part) => renamed.get(part) ?? part) ?? null;
  const into = before.into === null ? null : (renamed.get(before.into) ?? before.into);
  return [
    ...(before.assert === after.assert ? [] : [assertChange(after)]),
    ...(before.assertInclude === after.assertInclude
      ? []
      : [`${name} includes ${shown(after.assertInclude)} for its assertion`]),
    ...(into === after.into
      ? []
      : [after.into === null ? `${name} has a file of its own` : `${name} goes into the file of ${after.into}`]),
    ...(before.file === after.file || into !== after.into
      ? []
      : [`${name} is in ${after.file}, before in ${before.file}`]),
    ...(before.guard === after.guard
      ? []
      : [`${name} has the guard ${shown(after.guard, 'that follows from its file')}`]),
    ...(before.banner === after.banner ? [] : [bannerChange(before, after)]),
    ...(String(mayCall) === String(after.mayCall)
      ? []
      : [`${name} may call ${after.mayCall === null ? 'any part' : after.mayCall.join(', ') || 'nothing'}`]),
  ];
}

function assertChange({ name, assert }: Part): string {
  return assert === null ? `${name} asserts nothing any more` : `${name} asserts ${displayText(assert)}`;
}

function bannerChange(before: Part, { name, banner }: Part): string {
  if (banner === null) return `removed the comment above ${name}`;
  return before.banner === null ? `added a comment above ${name}` : `reworded the comment above ${name}`;
}

function shown(text: string | null, none = 'nothing'): string {
  return text === null ? none : displayText(text);
}
