/** Turns texts (latin1) into bytes, which hold until the next text: what lies outside V8's heap makes it collect garbage. */
export function makeByteBuffer(): (text: string) => Buffer {
  let buffer = Buffer.allocUnsafeSlow(1 << 18);
  return (text) => {
    if (text.length > buffer.length) buffer = Buffer.allocUnsafeSlow(2 * text.length);
    return buffer.subarray(0, buffer.write(text, 'latin1'));
  };
}
