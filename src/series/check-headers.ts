import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Located, Manifest } from '../manifest/manifest.ts';
import type { SeriesFile, SeriesSettings } from '../manifest/series/series-file.ts';
import { nearestName } from '../text/nearest-name.ts';
import { placeOf } from '../text/place.ts';

/** The headers that a series file names must be ones that its manifests split. */
export function checkSeriesHeaders(
  series: SeriesFile | SeriesSettings,
  manifests: readonly Manifest[],
): readonly Diagnostic[] {
  if (!('source' in series)) return [];
  const headers = manifests.map(({ header }) => header.value);
  const named: readonly (Located<string> | null)[] = [
    ...series.prerequisites.map(({ before }) => before),
    ...(series.consumers ?? []).map(({ header }) => header),
  ];
  return named.flatMap((name) => {
    if (name === null || headers.includes(name.value)) return [];
    const nearest = nearestName(name.value, headers);
    const offer = nearest === null ? `they split ${headers.join(', ')}` : `did you mean '${nearest}'?`;
    const message = `no manifest of the series splits '${name.value}'; ${offer}`;
    return [diagnostic('series-header-unknown', message, placeOf(series.source, name.span))];
  });
}
