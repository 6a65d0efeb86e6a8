import { expect, test } from '@jest/globals';
import { parseSeries } from '../../../src/manifest/series/parse-series.ts';
import { defaultSeries } from '../../../src/manifest/series/series-file.ts';
import { formatSeries } from '../../../src/manifest/series/write-series.ts';

const draft = {
  schemaRef: './series.schema.json',
  manifests: ['block.yaml', '../odd name.yaml'],
  headers: ['include/block/block.h', 'include/odd name.h'],
  title: 'Split block.h and "odd name.h"',
};

test('a series file says every default, and the parser reads them so', () => {
  const text = formatSeries(draft);
  const { series, findings } = parseSeries({ path: 'series.yaml', text });
  expect(findings).toEqual([]);
  expect(series).toMatchObject({
    ...defaultSeries,
    manifests: [{ value: 'block.yaml' }, { value: '../odd name.yaml' }],
    cover: { title: { text: 'Split block.h and "odd name.h"' }, body: null },
  });
});

test('what it offers as comments is read when the marks are taken away', () => {
  const uncommented = formatSeries(draft)
    .replace(/^( *)# (?=prereq| {2}-|consumers|subjects|bodies| {2}split| {4}|cc_|body| {2}\.)/gm, '$1')
    .replace(/^#$/gm, '');
  const { series, findings } = parseSeries({ path: 'series.yaml', text: uncommented });
  expect(findings).toEqual([]);
  expect(series?.prerequisites).toHaveLength(2);
  expect(series?.consumers).toHaveLength(1);
  expect(series?.subjects.split?.text).toBe('{{default}}');
  expect(series?.bodies.split?.text).toBe('{{motivation}}\n\n{{default}}\n');
  expect(series?.ccCommand).toEqual(['scripts/get_maintainer.pl', '--no-rolestats']);
  expect(series?.cover.body?.text).toBe('...\n');
});
