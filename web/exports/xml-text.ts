/** What XML 1.0 forbids or warns of: control characters, halves of surrogate pairs, code points that are no characters. */
const FORBIDDEN = /[\p{Noncharacter_Code_Point}\p{Surrogate}\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]/gu

/** A text that XML can hold, with line ends as \n. No law is written with what is left out, and a file with it would not open. */
export function xmlText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(FORBIDDEN, '')
}
