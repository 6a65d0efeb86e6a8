// Stands for `wrap-ansi` in the bundle: the help texts are ASCII without escape sequences, and the real one, which looks
// for these in every character, takes a tenth of the time of `--help`.

/** Wraps each line at spaces and drops those at its ends; a word that is longer than `columns` is cut. */
export default function asciiWrap(text, columns) {
  return text
    .split('\n')
    .map((line) => wrapLine(line, columns))
    .join('\n');
}

function wrapLine(line, columns) {
  const rows = [];
  let row = '';
  for (const word of line.split(' ')) {
    row = row.trimStart();
    if (row !== '') row += ' ';
    if (row !== '' && word !== '' && row.length + word.length > columns) {
      rows.push(row);
      row = '';
    }
    row += word;
    for (; row.length > columns && word !== ''; row = row.slice(columns)) rows.push(row.slice(0, columns));
  }
  return [...rows, row].map((one) => one.trimEnd()).join('\n');
}
