import { visible } from '../html/visible.ts';
import type { ReviewData, Site } from '../review/review-data.ts';
import type { Status } from './status.ts';

/** A part with its colour; nothing where there is none. */
export function Part({ data, part, isMaybe = false }: { data: ReviewData; part: string | null; isMaybe?: boolean }) {
  if (part === null) return <span class="part none">–</span>;
  return (
    <span class={`part p${colourOf(data, part)}${isMaybe ? ' maybe' : ''}`} title={visible(part)}>
      {visible(part)}
    </span>
  );
}

export function colourOf({ parts }: ReviewData, part: string | null): string {
  const at = part === null ? -1 : parts.indexOf(part);
  return at < 0 ? 'none' : String(at % 8);
}

const marks: Readonly<Record<Status, string>> = { assigned: '●', suggested: '◐', contradicted: '▲', unassigned: '○' };

export function StatusMark({ status }: { status: Status }) {
  return (
    <span class={`status ${status}`} title={status} aria-hidden="true">
      {marks[status]}
    </span>
  );
}

export function siteText({ files }: ReviewData, [file, line]: Site): string {
  return `${visible(files[file] ?? '')}:${line}`;
}

export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
