// Stands for `string-width` in the bundle: the help texts are ASCII, and the real one compiles a table of emoji first.
export default function asciiWidth(text) {
  return text.length;
}
