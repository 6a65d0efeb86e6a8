/** Lines `beforeStart..beforeEnd` (0-based, half-open) give way to lines `afterStart..afterEnd`. */
export type LineChange = {
  readonly beforeStart: number;
  readonly beforeEnd: number;
  readonly afterStart: number;
  readonly afterEnd: number;
};
