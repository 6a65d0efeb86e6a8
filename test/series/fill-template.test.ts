import { expect, test } from '@jest/globals';
import { fillTemplate } from '../../src/series/fill-template.ts';
import { seriesOf } from './demo-project.ts';

const values = new Map([
  ['name', 'block.h'],
  ['count graph', '12'],
]);

function fill(yaml: string) {
  const template = seriesOf(yaml).cover.body;
  if (template === null) throw new Error('no template');
  const { text, findings } = fillTemplate(template, values);
  return {
    text,
    findings: findings.map(({ code, message, places: [{ place }] }) => {
      return `${place.line}:${place.column}-${place.endColumn} ${code}: ${message}`;
    }),
  };
}

test('names with any blanks, single braces as they are', () => {
  expect(fill("cover: { body: '{{name}} { has } {{ count  graph }}}' }\n")).toEqual({
    text: 'block.h { has } 12}',
    findings: [],
  });
});

test('each mistake has its place in the YAML, in a block as well', () => {
  const yaml = 'cover:\n  body: |\n    é {{name}}, {{count grpah}}\n\n    {{nmae}} and {{name\n    }}, {{colour}}\n';
  expect(fill(yaml)).toEqual({
    text: 'é block.h, {{count grpah}}\n\n{{nmae}} and {{name\n}}, {{colour}}\n',
    findings: [
      "5:18-33 placeholder-unknown: no placeholder is called 'count grpah' here; did you mean 'count graph'?",
      "7:5-13 placeholder-unknown: no placeholder is called 'nmae' here; did you mean 'name'?",
      "7:18-20 placeholder-open: '{{' has no '}}' on the same line",
      "8:9-19 placeholder-unknown: no placeholder is called 'colour' here; there are name, count graph",
    ],
  });
});
