/** An item, or the conditions of a group in one part, that cannot do without a declaration made before it. */
export type Need = {
  /** Index in `uses.steps` of the user. */
  readonly step: number;
  readonly part: string;
  readonly name: string;
  /** Item that declares the name. */
  readonly provider: number;
  readonly providerPart: string;
};
