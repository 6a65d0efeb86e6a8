import type { PartsDraft } from '../c/draft.ts';
import { chosen, type PrintedHeader } from '../c/print-header.ts';
import { assertions } from '../c/support.ts';
import type { ManifestDraft, PartOfManifest } from './manifest-draft.ts';

/** The manifest that a draft of a project asks for. */
export function firstManifest(
  header: string,
  printed: PrintedHeader,
  draft: PartsDraft,
  reinclude: boolean,
): ManifestDraft {
  const parts = partsOf(header, draft);
  const nameOf = (at: number): string => chosen(parts, at).name;
  return {
    header,
    shared: 'common',
    parts,
    wrapperBanner: draft.wrapperBanner ? 'Nothing new goes here.' : null,
    placement: draft.placement,
    definitions: draft.definitions === 'all' ? null : ['src/**/*.c'],
    includeDirs: ['include'],
    reinclude,
    brackets: ownBrackets.filter(([open]) => printed.text.includes(open)),
    functions: new Map(
      printed.functions.map(({ name, part, isAsserted, comment }) => [
        name,
        { part: nameOf(part), isAsserted, comment },
      ]),
    ),
    // The shared part is the first; a draft's own parts begin behind it.
    declarations: new Map(
      [...printed.declarations].flatMap(([name, part]) => (part === null ? [] : [[name, nameOf(part + 1)] as const])),
    ),
    movable: [...printed.declarations.keys()],
  };
}

/** An entry for what the header does not have is an error. */
const ownBrackets = [['PUBLIC_API_BEGIN', 'PUBLIC_API_END']] as const;

const NAMES = ['graph', 'io', 'io_or_gs'];

function partsOf(header: string, { parts }: PartsDraft): readonly PartOfManifest[] {
  const common = { name: 'common', file: null, guard: null, banner: null, assert: null, into: null };
  const stem = header.replace(/\.h$/, '');
  const others = parts.map((part, at): PartOfManifest => {
    const name = chosen(NAMES, at);
    // Into an earlier part that has a file; the first of all has one.
    const hosts = ['common', ...parts.slice(0, at).flatMap((one, n) => (one.into === null ? [chosen(NAMES, n)] : []))];
    const into = part.into === null ? null : chosen(hosts, part.into);
    const hasFile = into === null;
    return {
      name,
      file: hasFile && part.ownFile ? `${stem}_${name}_api.h` : null,
      guard: hasFile && part.ownGuard ? `${name.toUpperCase()}_API_H` : null,
      banner: part.banner === null ? null : bannerText(part.banner, name),
      assert: part.assert === null ? null : chosen(assertions, part.assert),
      into,
    };
  });
  return [common, ...others];
}

export function bannerText(n: number, name: string): string {
  return n % 2 === 0 ? `API ${n} of ${name}.` : `API ${n} of ${name}.\n\nThese functions stand together.\n`;
}
