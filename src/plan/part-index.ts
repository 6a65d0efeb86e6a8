import type { Manifest } from '../manifest/manifest.ts';

/** Where the parts of a manifest stand. */
export type PartIndex = {
  /** Empty for what is no part. */
  readonly fileOf: (part: string) => string;
  /** Position in the manifest. */
  readonly orderOf: (part: string) => number;
};

export function indexParts({ parts }: Manifest): PartIndex {
  const order = new Map(parts.map(({ name }, at) => [name, at]));
  const orderOf = (part: string): number => order.get(part) ?? -1;
  return { fileOf: (part) => parts[orderOf(part)]?.file ?? '', orderOf };
}
