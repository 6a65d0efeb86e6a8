import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { visible } from '../html/visible.ts';
import type { ReviewData } from '../review/review-data.ts';
import { Part, plural } from './bits.tsx';
import { Neighbourhood } from './neighbourhood.tsx';
import { fileOf } from './rows.ts';
import type { Judgement } from './status.ts';

type Props = {
  readonly data: ReviewData;
  readonly judgement: Judgement;
  readonly at: number;
  /** The whole picture, as it was laid out when the page was made; null: there is none. */
  readonly whole: Node | null;
  readonly onSelect: (at: number) => void;
};

/** Which calls cross the parts: around one function, or all of them. */
export function PictureView({ data, judgement, at, whole, onSelect }: Props) {
  const [isWhole, setIsWhole] = useState(false);
  const name = data.functions[at]?.name ?? '';
  return (
    <div class="pane picture-view">
      <div class="tools">
        <button type="button" aria-pressed={!isWhole} onClick={() => setIsWhole(false)}>
          Around <span class="name">{visible(name)}</span>
        </button>
        <button
          type="button"
          id="whole"
          aria-pressed={isWhole}
          disabled={whole === null}
          onClick={() => setIsWhole(true)}
        >
          All calls across parts
          {data.picture !== null && <span class="faint"> {plural(data.picture.nodes, 'function')}</span>}
        </button>
        <span class="legend">
          {data.parts.map((part) => (
            <Part key={part} data={data} part={part} />
          ))}
          <span class="forbidden">forbidden</span>
        </span>
      </div>
      {isWhole && whole !== null ? (
        <Whole {...{ data, at, whole, onSelect }} />
      ) : (
        <>
          <Crossing {...{ data, judgement, at, onSelect }} />
          <Neighbourhood {...{ data, judgement, at, onSelect }} />
        </>
      )}
    </div>
  );
}

/** The functions whose calls are forbidden: what one looks at a picture for. */
function Crossing({ data, judgement, at, onSelect }: Omit<Props, 'whole'>) {
  const disputed = data.functions.flatMap((_, one) =>
    judgement.partOf(one) !== null && judgement.statusOf(one) === 'contradicted' ? [one] : [],
  );
  if (disputed.length === 0) return null;
  return (
    <label class="jump">
      Forbidden calls at{' '}
      <select
        value={disputed.includes(at) ? String(at) : ''}
        onChange={({ currentTarget }) => currentTarget.value !== '' && onSelect(Number(currentTarget.value))}
      >
        <option value="">choose a function</option>
        {disputed.map((one) => (
          <option key={one} value={String(one)}>
            {visible(data.functions[one]?.name ?? '')} ({visible(fileOf(data, one))})
          </option>
        ))}
      </select>
    </label>
  );
}

const SCALES = [0.25, 0.4, 0.6, 0.8, 1, 1.4, 2];
/** Names can be read from the one on, and need not be larger than the other. */
const [READABLE, LARGE] = [2, 5];

function Whole({ data, at, whole, onSelect }: Omit<Props, 'whole' | 'judgement'> & { readonly whole: Node }) {
  const box = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(READABLE);
  /** The function whose calls stand out; null: none of those in the picture. */
  const [focus, setFocus] = useState<number | null>(() => at);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    element.replaceChildren(whole.cloneNode(true));
    setScale(Math.min(Math.max(READABLE, fitting(element)), LARGE));
  }, [whole]);
  useLayoutEffect(() => {
    const svg = box.current?.querySelector('svg');
    if (!svg) return;
    const [width, height] = sizeOf(svg);
    svg.setAttribute('width', String(width * (SCALES[scale] ?? 1)));
    svg.setAttribute('height', String(height * (SCALES[scale] ?? 1)));
    const node = (at: string | undefined) => (at === undefined ? null : svg.querySelector(`a.n[data-n="${at}"]`));
    const bad = svg.querySelector<SVGElement>('.e.bad')?.dataset['f'];
    const seen = node(focus?.toString()) ?? node(bad) ?? svg.querySelector('a.n');
    seen?.scrollIntoView({ block: 'center', inline: 'center' });
  }, [scale, whole]);
  useLayoutEffect(() => {
    const svg = box.current?.querySelector('svg');
    if (!svg) return;
    for (const one of svg.querySelectorAll('.near, .here')) one.classList.remove('near', 'here');
    svg.classList.remove('focused');
    if (focus === null) return;
    const ends = [...svg.querySelectorAll(`[data-f="${focus}"],[data-t="${focus}"]`)];
    svg.classList.toggle('focused', ends.length > 0);
    const near = new Set([
      focus,
      ...ends.flatMap((one) => [Number(one.getAttribute('data-f')), Number(one.getAttribute('data-t'))]),
    ]);
    for (const one of ends) one.classList.add('near');
    for (const node of near) svg.querySelector(`[data-n="${node}"]`)?.classList.add(node === focus ? 'here' : 'near');
  }, [focus, whole]);
  const { left, leftCalls } = data.picture ?? { left: 0, leftCalls: 0 };
  return (
    <>
      <div class="tools">
        <button type="button" aria-label="Smaller" disabled={scale === 0} onClick={() => setScale(scale - 1)}>
          −
        </button>
        <span class="faint">{Math.round((SCALES[scale] ?? 1) * 100)} %</span>
        <button
          type="button"
          aria-label="Larger"
          disabled={scale === SCALES.length - 1}
          onClick={() => setScale(scale + 1)}
        >
          +
        </button>
        <button type="button" onClick={() => box.current !== null && setScale(fitting(box.current))}>
          Fit
        </button>
        <span class="faint">
          {leftCalls > 0 && `${plural(leftCalls, 'call')} left out`}
          {left > 0 && `, and ${plural(left, 'function')} that ${left === 1 ? 'has' : 'have'} no other`}
          {leftCalls > 0 && '. '}As it was when the page was made; choose a function to see its calls.
        </span>
      </div>
      <div
        class="whole"
        ref={box}
        onClick={(event) => {
          const link = event.target instanceof Element ? event.target.closest('[data-n]') : null;
          if (link === null) return;
          event.preventDefault();
          const node = Number(link.getAttribute('data-n'));
          setFocus(node === focus ? null : node);
          onSelect(node);
        }}
      />
    </>
  );
}

function sizeOf(svg: SVGElement): readonly [width: number, height: number] {
  const [, , width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number);
  return [width, height];
}

/** The largest scale at which all is seen at once, or the smallest there is. */
function fitting(box: HTMLElement): number {
  const svg = box.querySelector('svg');
  if (svg === null) return READABLE;
  const [width, height] = sizeOf(svg);
  const most = Math.min(box.clientWidth / width, box.clientHeight / height);
  return Math.max(
    0,
    SCALES.findLastIndex((one) => one <= most),
  );
}
