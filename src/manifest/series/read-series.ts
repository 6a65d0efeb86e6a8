import { bytesOfText, type SourceText } from '../../text/source-text.ts';
import type { Located } from '../manifest.ts';
import { located } from '../read/read-parts.ts';
import { itemsOf, textOf, valueAt, type YamlNode } from '../yaml/yaml-node.ts';
import type { ConsumerEntry, PatchTemplates, Prerequisite, SeriesFile, Template, UserGrouping } from './series-file.ts';

/** The series file from nodes that have passed every check; anything else is a bug of the caller and throws. */
export function readSeries(source: SourceText, root: YamlNode): SeriesFile {
  const cover = valueAt(root, 'cover');
  const ccCommand = valueAt(root, 'cc_command');
  const consumers = valueAt(root, 'consumers');
  return {
    source,
    manifests: itemsOf(valueAt(root, 'manifests')).map((item) => required(item)),
    cover: {
      title: templateAt(source, valueAt(cover, 'title')),
      body: templateAt(source, valueAt(cover, 'body')),
      tested: templateAt(source, valueAt(cover, 'tested')),
      manifests: templateAt(source, valueAt(cover, 'manifests')),
    },
    prefix: textOf(valueAt(root, 'prefix')),
    order: textOf(valueAt(root, 'order')) === 'splits-first' ? 'splits-first' : 'interleaved',
    assertions: textOf(valueAt(root, 'assertions')) === 'part' ? 'part' : 'header',
    functions: textOf(valueAt(root, 'functions')) === 'apart' ? 'apart' : 'with',
    audit: located(valueAt(root, 'audit')),
    users: { group: readGrouping(textOf(valueAt(valueAt(root, 'users'), 'group'))) },
    subjects: templatesAt(source, valueAt(root, 'subjects')),
    bodies: templatesAt(source, valueAt(root, 'bodies')),
    prerequisites: itemsOf(valueAt(root, 'prerequisites')).map(readPrerequisite),
    consumers: consumers?.kind === 'list' ? consumers.items.map(readConsumer) : null,
    ccCommand: ccCommand === null ? null : itemsOf(ccCommand).flatMap((item) => textOf(item) ?? []),
  };
}

function readGrouping(word: string | null): UserGrouping {
  return word === 'maintainers' || word === 'one' ? word : 'folder';
}

function readPrerequisite(node: YamlNode): Prerequisite {
  const entry = { span: node.span, before: located(valueAt(node, 'before')) };
  const mail = located(valueAt(node, 'mail'));
  return mail === null
    ? { ...entry, kind: 'commit', revision: required(valueAt(node, 'commit')) }
    : { ...entry, kind: 'mail', path: mail };
}

function readConsumer(node: YamlNode): ConsumerEntry {
  return {
    span: node.span,
    file: required(valueAt(node, 'file')),
    header: located(valueAt(node, 'header')),
    with: textOf(valueAt(node, 'with')) === 'split' ? 'split' : 'own',
    hunk: readHunk(node),
  };
}

function readHunk(node: YamlNode): ConsumerEntry['hunk'] {
  const path = located(valueAt(node, 'patch'));
  if (path !== null) return { kind: 'patch', path };
  const replace = valueAt(node, 'replace');
  if (replace === null) return { kind: 'proposed' };
  const [from, to] = [required(valueAt(replace, 'from')), required(valueAt(replace, 'to'))];
  return { kind: 'replace', from: bytesOfText(from.value), to: bytesOfText(to.value), span: from.span };
}

function templatesAt(source: SourceText, node: YamlNode | null): PatchTemplates {
  return {
    split: templateAt(source, valueAt(node, 'split')),
    assertions: templateAt(source, valueAt(node, 'assertions')),
    functions: templateAt(source, valueAt(node, 'functions')),
    consumers: templateAt(source, valueAt(node, 'consumers')),
    members: templateAt(source, valueAt(node, 'members')),
    users: templateAt(source, valueAt(node, 'users')),
  };
}

function templateAt(source: SourceText, node: YamlNode | null): Template | null {
  const text = textOf(node);
  return node === null || text === null ? null : { text, source, span: node.span };
}

function required(node: YamlNode | null): Located<string> {
  const read = located(node);
  if (read === null) throw new Error('a series file without a required text has passed its checks');
  return read;
}
