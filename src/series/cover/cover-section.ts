/** A section of the cover letter: lines of at most 72 columns where that is possible. Without lines it is left out. */
export type CoverSection = { readonly title: string; readonly lines: readonly string[] };

/** The sections with a blank line between them; ends with a newline unless there are none. */
export function formatSections(sections: readonly CoverSection[]): string {
  return sections
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => `${title}\n${'='.repeat(title.length)}\n\n${lines.join('\n')}\n`)
    .join('\n');
}

/** Groups of lines with a blank line between them, empty groups left out. */
export function paragraphs(groups: readonly (readonly string[])[]): readonly string[] {
  return groups.filter((lines) => lines.length > 0).flatMap((lines, at) => (at === 0 ? lines : ['', ...lines]));
}
