/** The texts of the page as it was made, by number of function: they are not in the data. */
export type Texts = { readonly declaration: (at: number) => string; readonly definition: (at: number) => string };

/** Takes the texts out of the page before its list is replaced. */
export function takeTexts(): Texts {
  const texts = new Map(
    [...document.querySelectorAll('pre[id]')].map(({ id, textContent }) => [id, textContent ?? '']),
  );
  return {
    declaration: (at) => texts.get(`d${at}`) ?? '',
    definition: (at) => texts.get(`b${at}`) ?? '',
  };
}
