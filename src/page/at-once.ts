import { options } from 'preact';

/** Does something and draws what comes of it before it returns: a key that follows another at once must meet it. */
export function atOnce(act: () => void): void {
  const { debounceRendering } = options;
  options.debounceRendering = (draw) => draw();
  try {
    act();
  } finally {
    if (debounceRendering === undefined) delete options.debounceRendering;
    else options.debounceRendering = debounceRendering;
  }
}
