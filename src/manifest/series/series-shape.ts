import { either, type Key, listOf, nothing, record, type Shape, text, word } from '../shape/shape.ts';
import * as rules from '../shape/text-rules.ts';
import { patchTopics } from './series-file.ts';
import { argument, body, fileText, inputPath, revision, subject } from './series-rules.ts';

const prerequisiteShape = record({
  mail: {
    shape: text(inputPath),
    describe: 'A patch in mail form, as `git format-patch` writes it; relative to the directory of the series file.',
  },
  commit: { shape: text(revision), describe: 'A commit to take the patch from.' },
  before: {
    shape: text(rules.path),
    describe: 'The header before whose split the patch comes. Default: before the first patch.',
  },
});

const consumerShape = record({
  file: { shape: text(rules.path), describe: 'The file, relative to the root of the tree.', required: true },
  header: {
    shape: text(rules.path),
    describe: 'The header that the change is about. Default: each header of the series that the file names.',
  },
  with: {
    shape: word('split', 'own'),
    describe: 'split: in the patch that splits the header; own: in a patch of its own after it.',
    default: 'own',
  },
  patch: {
    shape: text(inputPath),
    describe:
      'A patch file with the change; relative to the directory of the series file. Default: what the tool proposes.',
  },
  replace: {
    shape: record({
      from: {
        shape: text(fileText),
        describe: 'Text to replace; it must occur in the file exactly once.',
        required: true,
      },
      to: { shape: text(fileText), describe: 'What it becomes.', required: true },
    }),
    describe: 'The change as a replacement of text, instead of what the tool proposes.',
  },
});

/** A whole series file: the one description that the validator and the JSON Schema are made from. */
export const seriesShape = record({
  version: {
    shape: { kind: 'version', version: 1 },
    describe: 'The version of the format of series files: 1.',
    required: true,
  },
  manifests: {
    shape: listOf(text(inputPath)),
    describe: 'The manifests in the order of the patches, relative to the directory of this file.',
    required: true,
  },
  cover: {
    shape: either(
      record({
        title: { shape: text(subject), describe: 'The subject of the cover letter. Default: from the headers.' },
        body: { shape: text(body), describe: 'Why the series exists; comes first in the cover letter.' },
        tested: { shape: text(body), describe: 'How you built and tested the series.' },
        manifests: { shape: text(subject), describe: 'Where the manifests are, if the commit does not have them.' },
      }),
      nothing,
    ),
    describe: 'The cover letter, in your own words; templates.',
  },
  prefix: {
    shape: text(subject),
    describe:
      "What the subjects begin with, before the colon. Default: as the project's log spells it, or from the headers' names.",
  },
  order: {
    shape: word('interleaved', 'splits-first'),
    describe: 'Whether the assertions of a header follow its split, or the splits of all headers.',
    default: 'interleaved',
  },
  assertions: {
    shape: word('header', 'part'),
    describe: 'What one assertion patch is about: a header, or one part of a header.',
    default: 'header',
  },
  functions: {
    shape: word('with', 'apart'),
    describe:
      'Whether functions that headers do not declare are asserted in the assertion patches, or in patches of their own.',
    default: 'with',
  },
  users: {
    shape: either(
      record({
        group: {
          shape: word('folder', 'maintainers', 'one'),
          describe:
            'What one patch is about: the users in one first directory, those of the same maintainers by the file MAINTAINERS, or all.',
          default: 'folder',
        },
      }),
      nothing,
    ),
    describe: "The patches of the users' includes, where a manifest asks for such a change.",
  },
  audit: {
    shape: text(inputPath),
    describe:
      'An audit file whose `members` divide structs of function pointers, a patch each. Relative to the directory of this file.',
  },
  subjects: {
    shape: templates(text(subject)),
    describe: 'The subjects of the patches by topic; templates. Default: from headers and parts.',
  },
  bodies: {
    shape: templates(text(body)),
    describe: 'What the patches say by topic; templates. Default: what they move or assert.',
  },
  prerequisites: {
    shape: either(listOf(prerequisiteShape), nothing),
    describe: 'Patches written by hand that the series needs: mails or commits.',
  },
  consumers: {
    shape: either(listOf(consumerShape), nothing),
    describe:
      'Files that name a header without including it and that the series should change. Default: those for which a change is proposed.',
  },
  cc_command: {
    shape: listOf(text(argument)),
    describe:
      'A program, with arguments, that names the recipients of the series: [scripts/get_maintainer.pl]. The files of the patches are appended.',
  },
}) satisfies Shape;

function templates(shape: Shape): Shape {
  const describe: Readonly<Record<(typeof patchTopics)[number], string>> = {
    split: 'Of a patch that splits a header.',
    assertions: 'Of a patch that inserts assertions.',
    functions: 'Of a patch that asserts in functions that no header of the series declares.',
    consumers: 'Of a patch for files that name a header without including it.',
    members: 'Of a patch that divides a struct.',
    users: 'Of a patch of the includes of the users of the headers.',
  };
  const keys = patchTopics.map((topic): [string, Key] => [topic, { shape, describe: describe[topic] }]);
  return either(record(Object.fromEntries(keys)), nothing);
}
