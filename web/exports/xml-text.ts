/**
 * What XML 1.0 cannot hold: control characters, halves of surrogate pairs, U+FFFE and U+FFFF. No law is written with them;
 * a file with one of them would not open.
 */
const FORBIDDEN =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** A text that XML can hold, with line ends as \n. */
export function xmlText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(FORBIDDEN, '')
}
