import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { visible } from '../html/visible.ts';
import type { ReviewData } from '../review/review-data.ts';
import { Part, StatusMark } from './bits.tsx';
import { type Filter, fileOf, type Row, type Sorting } from './rows.ts';
import type { Judgement, Status } from './status.ts';
import { widthOf } from './text-width.ts';
import { usePrinted } from './use-printed.ts';

/** Pixels; the style says the same. */
const ROW = 30;
/** Rows that are drawn beyond those that are seen. */
const BEYOND = 8;

type Props = {
  readonly data: ReviewData;
  readonly judgement: Judgement;
  readonly rows: readonly Row[];
  readonly filter: Filter;
  readonly selected: number;
  readonly marked: ReadonlySet<number>;
  readonly onSelect: (at: number) => void;
  readonly onSort: (sort: Sorting) => void;
};

const columns: readonly (readonly [Sorting, string, string])[] = [
  ['name', 'Function', 'c-fn'],
  ['part', 'Part', 'c-part'],
  ['suggestion', 'Suggestion', 'c-sug'],
  ['file', 'Defined in', 'c-file'],
  ['section', 'Section', 'c-section'],
];

/** The functions, of which only those in sight are drawn. */
export function List({ data, judgement, rows, filter, selected, marked, onSelect, onSort }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [, redraw] = useState(0);
  const [height, setHeight] = useState(800);
  const place = rows.findIndex((row) => row.kind === 'function' && row.at === selected);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => setHeight(element.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  // Where the list is scrolled to follows from what is known: a browser that is asked lays out the page first.
  const last = useRef({ top: 0, place: -1, height: 0 });
  const isMoved = last.current.place !== place || last.current.height !== height;
  // A list that got shorter is scrolled back by the browser, but later.
  const most = Math.max(0, rows.length * ROW - height);
  const top = Math.min(isMoved ? scrolledTo(place, last.current.top, height) : last.current.top, most);
  useLayoutEffect(() => {
    const isElsewhere = top !== last.current.top;
    last.current = { top, place, height };
    if (isElsewhere && box.current !== null) box.current.scrollTop = top;
  }, [top, place, height]);
  const isPrinted = usePrinted();
  const first = isPrinted ? 0 : Math.max(0, Math.floor(top / ROW) - BEYOND);
  const end = isPrinted ? rows.length : Math.min(rows.length, Math.ceil((top + height) / ROW) + BEYOND);
  // A row that comes into sight takes the elements of one that leaves: to make them anew takes several times as long.
  const slots = Math.max(1, end - first);
  const total = rows.filter(({ kind }) => kind === 'function').length;
  const widths = useMemo(() => widthsOf(data, judgement), [data, judgement]);
  const style = useMemo(() => styleOf(data, judgement), [data, judgement]);
  return (
    <div class={style} style={widths}>
      <div class="row head" role="group" aria-label="Sort by">
        <button
          type="button"
          class="sort c-status"
          title="In the order of the header"
          aria-label="Header order"
          aria-pressed={filter.sort === 'header'}
          onClick={() => onSort('header')}
        >
          #
        </button>
        {columns.map(([sort, title, style]) => (
          <button
            type="button"
            key={sort}
            class={`sort ${style}`}
            aria-pressed={filter.sort === sort}
            onClick={() => onSort(sort)}
          >
            {title}
            {filter.sort === sort ? (filter.isDown ? ' ↓' : ' ↑') : ''}
          </button>
        ))}
      </div>
      <div
        class="rows"
        id="rows"
        ref={box}
        role="listbox"
        aria-multiselectable="true"
        tabIndex={0}
        aria-label="Functions"
        aria-activedescendant={place < 0 ? undefined : `row-${selected}`}
        onScroll={({ currentTarget: { scrollTop } }) => {
          if (scrollTop === last.current.top) return;
          last.current = { ...last.current, top: scrollTop };
          redraw(scrollTop);
        }}
      >
        <div class="space" role="presentation" style={{ height: `${rows.length * ROW}px` }}>
          {rows.slice(first, end).map((row, index) => {
            const at = first + index;
            return row.kind === 'group' ? (
              <div class="row group" role="presentation" key={`g${row.title}`} style={placed(at)}>
                <span>{visible(row.title)}</span>
                <span class="faint">{row.count}</span>
              </div>
            ) : (
              <FunctionRow
                key={at % slots}
                {...{ data, at: row.at, place: at, total, onSelect }}
                part={judgement.partOf(row.at)}
                status={judgement.statusOf(row.at)}
                isSelected={row.at === selected}
                isMarked={marked.has(row.at)}
              />
            );
          })}
        </div>
        {rows.length === 0 && (
          <div class="empty" role="option" aria-selected={false} aria-disabled={true} tabIndex={-1}>
            {data.functions.length === 0
              ? 'The header declares no function.'
              : 'No function matches. Esc clears the search and the filters.'}
          </div>
        )}
      </div>
    </div>
  );
}

/** How far a list is scrolled that shows a line, and as little else as before as can be. */
function scrolledTo(place: number, top: number, height: number): number {
  if (place < 0) return top;
  const [from, to] = [place * ROW, (place + 1) * ROW];
  if (from < top) return Math.max(0, from - ROW);
  return to > top + height ? to - height + ROW : top;
}

function placed(at: number): { readonly transform: string } {
  return { transform: `translateY(${at * ROW}px)` };
}

type RowProps = {
  readonly data: ReviewData;
  readonly at: number;
  readonly part: string | null;
  readonly status: Status;
  readonly place: number;
  readonly total: number;
  readonly isSelected: boolean;
  readonly isMarked: boolean;
  readonly onSelect: (at: number) => void;
};

/** A row, made again only when something of it changes: a key concerns two or three of those in sight. */
function FunctionRow(props: RowProps) {
  return useMemo(() => drawRow(props), Object.values(props));
}

function drawRow({ data, at, part, status, isSelected, isMarked, total, place, onSelect }: RowProps) {
  const one = data.functions[at];
  if (one === undefined) return null;
  const file = fileOf(data, at);
  const name = visible(one.name);
  const said = suggestionText(data, at);
  return (
    <div
      class={`row fn${isSelected ? ' selected' : ''}${isMarked ? ' marked' : ''}`}
      role="option"
      id={`row-${at}`}
      aria-selected={isSelected || isMarked}
      aria-posinset={place + 1}
      aria-setsize={total}
      style={placed(place)}
      onClick={() => onSelect(at)}
    >
      <span class="status-cell">
        <StatusMark status={status} />
        <span class="unseen">
          {status}
          {isMarked && ', marked'}
        </span>
      </span>
      <span class="c-fn name" title={name}>
        {name}
      </span>
      <span class="c-part">
        <Part data={data} part={part} />
      </span>
      <span class="c-sug faint">
        {part === null && 'part' in one.suggestion ? (
          <>
            <Part data={data} part={one.suggestion.part} isMaybe />{' '}
            <span class="said-in-words">
              {one.suggestion.kind === 'certain' ? 'certain' : `likely ${one.suggestion.margin}`}
            </span>
          </>
        ) : part === null ? (
          <span class="said-in-words">{said}</span>
        ) : (
          ''
        )}
      </span>
      <span class="c-file faint" title={visible(file)}>
        {visible(file.replace(/^.*\//, ''))}
      </span>
      <span class="c-section faint" title={visible(one.section ?? '')}>
        {visible(one.section ?? '')}
      </span>
    </div>
  );
}

/** Pixels of a mark around a part, and of its fonts in the list; the style says the same. */
const PILL = 18;
const FONT = { row: 13.5, pill: 12.5 };

/** Columns that would be empty are not there. */
function styleOf({ functions }: ReviewData, judgement: Judgement): string {
  const hasSection = functions.some(({ section }) => section !== null);
  const hasSuggestion = functions.some((_, at) => judgement.partOf(at) === null);
  return `list${hasSection ? '' : ' without-section'}${hasSuggestion ? '' : ' without-suggestion'}`;
}

/** Pixels that a letter of a name takes in the list, about, and of the longest name that is shown whole beside a section. */
const LETTER = 8;
const WIDEST_NAME = 340;

/** The columns are as wide as what they hold, up to what leaves room for the others. */
function widthsOf(data: ReviewData, judgement: Judgement): Readonly<Record<`--${string}`, string>> {
  const [parts, said, files] = [new Set<string>(), new Set<string>(), new Set<string>()];
  let pill = 0;
  for (const [at, { suggestion }] of data.functions.entries()) {
    const part = judgement.partOf(at);
    files.add(visible(fileOf(data, at).replace(/^.*\//, '')));
    if (part !== null) parts.add(visible(part));
    else if ('part' in suggestion) {
      pill = Math.max(pill, widthOf([visible(suggestion.part)], FONT.pill) + PILL);
      said.add(suggestion.kind === 'certain' ? 'certain' : `likely ${suggestion.margin}`);
    } else said.add(suggestionText(data, at));
  }
  const title = (text: string): number => widthOf([`${text} \u2193`], FONT.pill, 600);
  const pixels = (...widths: readonly number[]): string => `${Math.ceil(Math.max(...widths)) + 2}px`;
  const longest = Math.max(0, ...data.functions.map(({ name }) => visible(name).length));
  return {
    '--name': pixels(title('Function'), Math.min(longest * LETTER, WIDEST_NAME)),
    '--part': pixels(title('Part'), Math.min(widthOf(parts, FONT.pill) + PILL, 150)),
    '--suggestion':
      said.size === 0 ? '0px' : pixels(title('Suggestion'), Math.min(widthOf(said, FONT.row) + pill, 170)),
    '--file': pixels(title('Defined in'), Math.min(widthOf(files, FONT.row), 220)),
  };
}

export function suggestionText({ functions }: ReviewData, at: number): string {
  const suggestion = functions[at]?.suggestion;
  switch (suggestion?.kind) {
    case 'certain':
      return `${suggestion.part} is certain`;
    case 'likely':
      return `${suggestion.part} is likely, ${suggestion.margin}`;
    case 'open':
      return 'no suggestion';
    case 'contradicted':
      return 'no part fits';
    default:
      return '';
  }
}
