import { visible } from '../html/visible.ts';
import type { ReviewData } from '../review/review-data.ts';
import { Part, siteText } from './bits.tsx';
import { More } from './more.tsx';
import type { Judgement } from './status.ts';

type Props = {
  readonly data: ReviewData;
  readonly judgement: Judgement;
  readonly at: number;
  readonly side: 'callers' | 'callees';
  readonly onSelect: (at: number) => void;
};

/** Neighbours of a part that are seen at once. */
const FIRST = 7;

/** Callers or callees, by part; of those without part, the nearest with one. */
export function Neighbours({ data, judgement, at, side, onSelect }: Props) {
  const { all, shown } = data.functions[at]?.[side] ?? { all: 0, shown: [] };
  const groups = new Map<string, (typeof shown)[number][]>();
  for (const one of shown) {
    const part = judgement.partOf(one[0]) ?? '';
    groups.set(part, [...(groups.get(part) ?? []), one]);
  }
  const order = [...data.parts, ...[...groups.keys()].filter((part) => !data.parts.includes(part) && part !== ''), ''];
  const title = side === 'callers' ? 'Called by' : 'Calls';
  const line =
    (part: string) =>
    ([node, file, row]: readonly [number, number, number]) => (
      <li key={node} class={isBad(judgement, at, node, side) ? 'bad' : ''}>
        <Name {...{ data, node, onSelect }} />
        <Because {...{ data, node, part }} />
        {isBad(judgement, at, node, side) && <span class="forbidden"> forbidden</span>}{' '}
        <span class="faint">{siteText(data, [file, row])}</span>
        {part === '' && <Roots {...{ data, judgement, node, side, onSelect }} />}
        {part === '' && side === 'callers' && <Origins {...{ data, node }} />}
      </li>
    );
  return (
    <section aria-label={title}>
      <h3>
        {title} <span class="faint">{all}</span>
      </h3>
      {all === 0 && <p class="faint">{side === 'callers' ? 'Nobody calls it directly.' : 'It calls no function.'}</p>}
      {order.map((part) => {
        const group = groups.get(part);
        if (group === undefined) return null;
        return (
          <div key={part} class="by-part">
            <h4>
              {part === '' ? <span class="faint">without part</span> : <Part data={data} part={part} />}{' '}
              <span class="faint">{group.length}</span>
            </h4>
            <ul class="plain">{group.slice(0, FIRST).map(line(part))}</ul>
            {group.length > FIRST && (
              <More key={at} count={group.length - FIRST}>
                {() => <ul class="plain">{group.slice(FIRST).map(line(part))}</ul>}
              </More>
            )}
          </div>
        );
      })}
      {all > shown.length && <p class="faint">and {all - shown.length} more</p>}
    </section>
  );
}

export function isBad(judgement: Judgement, at: number, other: number, side: Props['side']): boolean {
  return side === 'callers' ? judgement.isForbidden(other, at) : judgement.isForbidden(at, other);
}

function Name({
  data,
  node,
  onSelect,
}: {
  readonly data: ReviewData;
  readonly node: number;
  readonly onSelect: (at: number) => void;
}) {
  const { functions, others } = data;
  if (node < functions.length) {
    return (
      <button type="button" class="link name" onClick={() => onSelect(node)}>
        {visible(functions[node]?.name ?? '')}
      </button>
    );
  }
  const other = others[node - functions.length];
  return (
    <span class="name">
      {visible(other?.name ?? '')}
      {other?.kind === 'macro' && <span class="faint"> (macro)</span>}
    </span>
  );
}

/** Why code has a part that no manifest gives it. */
function Because({ data, node, part }: { readonly data: ReviewData; readonly node: number; readonly part: string }) {
  const because = data.others[node - data.functions.length]?.because ?? null;
  if (because === null) return null;
  return (
    <span class="faint because" title={`No manifest lists it: it is of ${visible(part)} because of this`}>
      {' '}
      ({because})
    </span>
  );
}

/** Where code comes from that calls a function through others, or gets to. */
function Roots({ data, judgement, node, side, onSelect }: Omit<Props, 'at'> & { readonly node: number }) {
  const other = data.others[node - data.functions.length];
  const near = (side === 'callers' ? other?.from : other?.to) ?? [];
  if (near.length === 0) return null;
  return (
    <span class="roots">
      {side === 'callers' ? ' ← ' : ' → '}
      {near.map((one) => (
        <span key={one}>
          <Name data={data} node={one} onSelect={onSelect} /> <Part data={data} part={judgement.partOf(one)} />{' '}
        </span>
      ))}
    </span>
  );
}

/** What code begins with that gets to a caller: members, callbacks, and what nobody calls. */
function Origins({ data, node }: { readonly data: ReviewData; readonly node: number }) {
  const origins = data.others[node - data.functions.length]?.origins ?? [];
  if (origins.length === 0) return null;
  return (
    <span class="roots origins">
      <span class="faint">from </span>
      {origins.map((one, index) => (
        <span key={one}>
          {index > 0 && <span class="faint"> · </span>}
          {visible(one)}
        </span>
      ))}
    </span>
  );
}
