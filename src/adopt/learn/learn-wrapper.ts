import type { Header } from '../../model/header.ts';
import { includedPath } from '../../plan/assign.ts';
import { placeOf } from '../../text/place.ts';
import { bannerText, type FormatBanner, firstBanner } from './learn-banner.ts';

/** The wrapper's banner, where a split would write it so, and a sentence on each thing that no manifest can ask for. */
export function learnWrapper(
  wrapper: Header,
  format: FormatBanner,
): { readonly banner: string | null; readonly remarks: readonly string[] } {
  const { source, comments, items } = wrapper;
  const lineOf = (span: { readonly start: number; readonly end: number }): string =>
    `${source.path}:${placeOf(source, span).line}`;
  const first = firstBanner(wrapper, () => false);
  const banner = first === null ? null : bannerText(source.text.slice(first.start, first.end), format);
  const unsaid = comments.filter(({ role, span }) => role === 'section' && (banner === null || span !== first));
  const others = items.filter((item) => includedPath(item).length === 0);
  return {
    banner,
    remarks: [
      ...unsaid.map(({ span }) => `${lineOf(span)} is not taken as a banner: ${whyNot(wrapper, span.start)}.`),
      ...others.map(({ span }) => `${lineOf(span)} is in the wrapper, which should do nothing but include.`),
    ],
  };
}

function whyNot({ items }: Header, at: number): string {
  const isBelow = items.some(({ span }) => span.start < at);
  return isBelow ? 'it is below the includes' : 'a split would write it differently';
}
