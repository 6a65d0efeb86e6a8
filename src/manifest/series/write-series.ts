import { quoted, scalar } from '../scalar.ts';
import { joinSections } from '../write-manifest.ts';

/** What `init --series` knows of a series. All text is latin1, as files are held. */
export type SeriesDraft = {
  /** Where the editor finds the JSON Schema: a path relative to the series file, or a URL. */
  readonly schemaRef: string;
  /** In the order of the patches, relative to the folder of the series file. */
  readonly manifests: readonly string[];
  /** The headers that they split, relative to the root. */
  readonly headers: readonly string[];
  readonly title: string;
};

/** The series file's text (latin1, ends with a newline), with the defaults as comments. `parseSeries` accepts it. */
export function formatSeries({ schemaRef, manifests, headers, title }: SeriesDraft): string {
  const header = scalar(headers[0] ?? 'include/x.h');
  return joinSections([
    [`# yaml-language-server: $schema=${schemaRef}`, 'version: 1'],
    ['# In the order of the patches.', 'manifests:', ...manifests.map((path) => `  - ${scalar(path)}`)],
    [
      'cover:',
      `  title: ${quoted(title)}`,
      '  # Why the series exists; comes first in the cover letter, and in the first patch that splits a header.',
      '  # body: |',
      '  #   ...',
    ],
    [
      '# What goes into one patch.',
      'order: interleaved # splits-first: the assertions of all headers follow all splits',
      'assertions: header # part: a patch for each part of a header',
      "functions: with # apart: what manifests list under 'functions' is asserted in patches of its own",
      '# maintainers: by the file MAINTAINERS; one: a single patch',
      'users: { group: folder }',
      '# An audit file whose `members` divide structs of function pointers.',
      '# audit: audit.yaml',
    ],
    [
      '# Patches written by hand that the series needs.',
      '# prerequisites:',
      '#   - { mail: prerequisite.patch }',
      `#   - { commit: HEAD~1, before: ${header} }`,
    ],
    [
      '# Files that name a header without including it, to be changed along with it. Without this: those for which a',
      '# change is proposed; [] for none.',
      '# consumers:',
      '#   - { file: meson.build, with: split }',
    ],
    [
      '# Subjects and bodies in your own words, by topic: split, assertions, functions, consumers, members, users.',
      '# subjects:',
      '#   split: "{{default}}"',
      '# bodies:',
      '#   split: |',
      '#     {{motivation}}',
      '#',
      '#     {{default}}',
    ],
    [
      '# A program of yours that names the recipients; it is run only with --run-cc-command.',
      '# cc_command: [scripts/get_maintainer.pl, --no-rolestats]',
    ],
  ]);
}
