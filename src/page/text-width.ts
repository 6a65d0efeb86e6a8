let canvas: CanvasRenderingContext2D | null | undefined;

/** How wide the widest of some texts is, in pixels, in the font of the page at a size. */
export function widthOf(texts: Iterable<string>, size: number, weight = 400): number {
  canvas ??= document.createElement('canvas').getContext('2d');
  if (canvas !== null) canvas.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
  let widest = 0;
  for (const text of texts) widest = Math.max(widest, canvas?.measureText(text).width ?? text.length * size * 0.6);
  return widest;
}
