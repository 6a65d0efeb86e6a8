import { visible } from '../html/visible.ts';
import type { ReviewData } from '../review/review-data.ts';
import { plural } from './bits.tsx';
import type { Filter, Grouping } from './rows.ts';

/** Search, filters and groups of the list. */
export function Toolbar({
  data,
  filter,
  shown,
  marked,
  onFilter,
  onLeave,
}: {
  readonly data: ReviewData;
  readonly filter: Filter;
  readonly shown: number;
  readonly marked: number;
  readonly onFilter: (filter: Partial<Filter>) => void;
  /** From the search to what it found. */
  readonly onLeave: () => void;
}) {
  return (
    <search class="toolbar">
      <input
        id="search"
        type="search"
        placeholder="/ to search name, file, section"
        aria-label="Search name, file and section"
        value={filter.query}
        onInput={({ currentTarget }) => onFilter({ query: currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          onLeave();
        }}
      />
      <label>
        <span class="unseen">Status</span>
        <select
          id="by-status"
          value={filter.status}
          onChange={({ currentTarget }) => onFilter({ status: currentTarget.value as Filter['status'] })}
        >
          <option value="all">every status</option>
          <option value="open">without part</option>
          <option value="unassigned">unassigned</option>
          <option value="suggested">suggested</option>
          <option value="contradicted">contradicted</option>
          <option value="assigned">assigned</option>
        </select>
      </label>
      <label>
        <span class="unseen">Part</span>
        <select
          id="by-part"
          value={filter.part ?? '*'}
          onChange={({ currentTarget }) => onFilter({ part: currentTarget.value === '*' ? null : currentTarget.value })}
        >
          <option value="*">every part</option>
          {data.parts.map((part) => (
            <option key={part} value={part}>
              {visible(part)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span class="unseen">Group</span>
        <select
          id="by-group"
          value={filter.group}
          onChange={({ currentTarget }) => onFilter({ group: currentTarget.value as Grouping })}
        >
          <option value="none">no groups</option>
          <option value="section">by section</option>
          <option value="file">by file</option>
          <option value="part">by part</option>
          <option value="status">by status</option>
        </select>
      </label>
      <span class="faint shown" role="status">
        {plural(shown, 'function')}
        {marked > 0 && <strong class="marked-count">, {marked} marked</strong>}
      </span>
    </search>
  );
}
