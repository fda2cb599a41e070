/**
 * A short key of a text, the same on every machine (FNV-1a, twice 32 bits).
 * @example keyOf('未办理登记') // a dozen letters and digits
 */
export function keyOf(text: string): string {
  let [one, two] = [0x811c9dc5, 0x1000193]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, 0x01000193)
    two = Math.imul(two ^ (code + at), 0x85ebca6b)
  }
  return (one >>> 0).toString(36).padStart(7, '0') + (two >>> 0).toString(36).padStart(7, '0').slice(0, 4)
}
