import type { IncludePlacement, Manifest } from '../../manifest/manifest.ts';
import { baseName } from '../../text/file-path.ts';
import { displayText } from '../../text/source-text.ts';
import { partTitle } from '../banner-title.ts';

/** What changed in a manifest besides its parts and what is in them: a line for each key. */
export function settingsChanges(was: Manifest, now: Manifest, renamed: ReadonlyMap<string, string>): readonly string[] {
  const current = (name: string): string => renamed.get(name) ?? name;
  const order = was.parts.map(({ name }) => current(name));
  const kept = now.parts.map(({ name }) => name).filter((name) => order.includes(name));
  const isReordered = String(kept) !== String(order.filter((name) => kept.includes(name)));
  return [
    ...(current(was.shared) === now.shared ? [] : [`${titleIn(now, now.shared)} is the shared part`]),
    ...(isReordered ? [`parts in the order ${now.parts.map(partTitle).join(', ')}`] : []),
    ...includeChanges(was, now, current),
    ...claimChanges(was, now),
    ...OTHERS.filter(({ of }) => JSON.stringify(of(was)) !== JSON.stringify(of(now))).map(
      ({ name }) => `changed ${name}`,
    ),
  ];
}

function includeChanges(was: Manifest, now: Manifest, current: (name: string) => string): readonly string[] {
  const placement = ({ includes }: Manifest, path: string): IncludePlacement | null =>
    includes.get(path)?.value ?? null;
  const paths = [...new Set([...was.includes.keys(), ...now.includes.keys()])];
  return paths.flatMap((path) => {
    const [before, after] = [placement(was, path), placement(now, path)];
    if (after === (before === null ? null : current(before))) return [];
    const place =
      after === null
        ? 'goes where the rules put it'
        : after === 'drop'
          ? 'is dropped'
          : `goes to ${after === 'wrapper' ? baseName(now.header.value) : fileIn(now, after)}`;
    return [`the include of ${displayText(path)} ${place}`];
  });
}

function titleIn({ parts }: Manifest, name: string): string {
  const part = parts.find((one) => one.name === name);
  return part === undefined ? name : partTitle(part);
}

function fileIn({ parts }: Manifest, name: string): string {
  return baseName(parts.find((one) => one.name === name)?.file ?? name);
}

/** Whose comments are claimed otherwise. */
function claimChanges(was: Manifest, now: Manifest): readonly string[] {
  const claims = ({ prototypes, declarations }: Manifest): ReadonlyMap<string, string> =>
    new Map(
      [...prototypes, ...declarations].flatMap(([name, { comment }]) => (comment === null ? [] : [[name, comment]])),
    );
  const [before, after] = [claims(was), claims(now)];
  const names = [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  );
  const shown = names.map(
    (name) => `${displayText(name)}${was.prototypes.has(name) || now.prototypes.has(name) ? '()' : ''}`,
  );
  return names.length === 0 ? [] : [`comments placed otherwise: ${shown.join(', ')}`];
}

/** Keys that say nothing of a part. */
const OTHERS: readonly { readonly name: string; readonly of: (manifest: Manifest) => unknown }[] = [
  { name: 'what every unit includes first', of: ({ prelude }) => prelude },
  { name: 'the licence of the new files', of: ({ licence }) => (licence.kind === 'from' ? licence.file : licence) },
  { name: 'the include directories', of: ({ includeDirs }) => includeDirs },
  { name: 'the brackets', of: ({ brackets }) => brackets },
  { name: 'the annotations', of: ({ annotations }) => annotations },
  { name: 'the declaration macros', of: ({ declarationMacros }) => declarationMacros },
  { name: "what becomes of the users' includes", of: ({ users }) => usersText(users) },
  { name: 'whether the header is removed', of: ({ wrapper }) => wrapper.remove !== null },
  { name: 'where definitions are looked for', of: ({ definitions }) => definitions },
  { name: 'whether the header may be included again', of: ({ reinclude }) => reinclude },
];

/** Without places: an entry that moves in the file is the same. */
function usersText(users: Manifest['users']): unknown {
  if (users === null) return null;
  const { rewrite, files, keep, need } = users;
  return [
    rewrite,
    files,
    [...keep].map(([file, { value }]) => [file, value]),
    [...need].map(([file, { value }]) => [file, value]),
  ];
}
