/** A run of text on a page; points from the left and the bottom edge. */
export interface Run {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
  /** Degrees, against the clock. */
  readonly turn?: number
  readonly vertical?: boolean
}

export interface Page {
  readonly runs?: readonly Run[]
  /** Lines drawn from a place to another. */
  readonly rules?: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[]
  /** A picture over the whole page. */
  readonly picture?: boolean
}

export interface Writing {
  /** Degrees by which all pages are shown turned. */
  readonly rotate?: number
  readonly encrypted?: boolean
  /** A code, in hex, that the font gives as the character of each of its letters. */
  readonly mapped?: string
}

const [WIDTH, HEIGHT] = [595, 842]

/**
 * A PDF written by hand, of the simplest objects that the format knows: a font that every Chinese reader has, one content
 * stream a page, all letters one size wide and Latin ones half of it.
 */
export function writePdf(pages: readonly Page[], { rotate = 0, encrypted = false, mapped }: Writing = {}): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, at) => `${FIRST + at * 2} 0 R`).join(' ')}]>>`,
    font('H', mapped),
    font('V', undefined),
    CID_FONT,
    stream('<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8', '\0'),
    stream('<<', mapped === undefined ? '' : toUnicode(pages, mapped)),
    `<</Filter/Standard/V 1/R 2/P -4/O(${'o'.repeat(32)})/U(${'u'.repeat(32)})>>`,
    ...pages.flatMap((page, at) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${WIDTH} ${HEIGHT}]/Rotate ${rotate}/Contents ${FIRST + at * 2 + 1} 0 R` +
        '/Resources<</Font<</H 3 0 R/V 4 0 R>>/XObject<</P 6 0 R>>>>>>',
      stream('<<', contentOf(page)),
    ]),
  ]
  return assemble(objects, encrypted ? '/Encrypt 8 0 R/ID[(i)(i)]' : '')
}

const FIRST = 9
const CID_FONT =
  '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1 95 500]' +
  '/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>' +
  '/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80/FontBBox[0 -120 1000 880]>>>>'

function font(direction: 'H' | 'V', mapped: string | undefined): string {
  const map = mapped === undefined ? '' : '/ToUnicode 7 0 R'
  return `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-${direction}${map}/DescendantFonts[5 0 R]>>`
}

function toUnicode(pages: readonly Page[], mapped: string): string {
  const letters = new Set(pages.flatMap(({ runs = [] }) => runs.flatMap(({ text }) => [...text])))
  const rows = [...letters].map((letter) => `<${codes(letter)}><${mapped}>`)
  return `/CIDInit/ProcSet findresource begin begincmap 1 begincodespacerange<0000><FFFF>endcodespacerange
${rows.length} beginbfchar\n${rows.join('\n')}\nendbfchar endcmap end`
}

function codes(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex')
}

function stream(dictionary: string, content: string): string {
  return `${dictionary}/Length ${Buffer.byteLength(content, 'latin1')}>>stream\n${content}\nendstream`
}

function contentOf({ runs = [], rules = [], picture = false }: Page): string {
  const drawn = picture ? [`q ${WIDTH} 0 0 ${HEIGHT} 0 0 cm /P Do Q`] : []
  const ruled = rules.map(([x1, y1, x2, y2]) => `${x1} ${y1} m ${x2} ${y2} l S`)
  return [...drawn, ...ruled, ...runs.map(textOf)].join('\n')
}

function textOf({ text, x, y, size = 16, turn = 0, vertical = false }: Run): string {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)].map((value) =>
    value.toFixed(5),
  )
  return `BT /${vertical ? 'V' : 'H'} ${size} Tf ${cos} ${sin} ${-Number(sin)} ${cos} ${x} ${y} Tm <${codes(text)}> Tj ET`
}

function assemble(objects: readonly string[], trailer: string): Buffer {
  let body = '%PDF-1.5\n'
  const offsets = objects.map((object, at) => {
    const offset = Buffer.byteLength(body, 'latin1')
    body += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = Buffer.byteLength(body, 'latin1')
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  body += `trailer<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(body, 'latin1')
}

/** Lines one below the other in the middle of the page, unless they are told where to begin; spaces before them indent them. */
export function column(lines: readonly string[], { x, top = 740, size = 16, lead = 28 }: Column = {}): readonly Run[] {
  const left = x ?? (WIDTH - Math.max(...lines.map(widthOf)) * size) / 2
  return lines.map((line, at) => ({
    text: line.trimStart(),
    x: left + widthOf(line.slice(0, line.length - line.trimStart().length)) * size,
    y: top - at * lead,
    size,
  }))
}

interface Column {
  readonly x?: number
  readonly top?: number
  readonly size?: number
  readonly lead?: number
}

/** In sizes. */
function widthOf(text: string): number {
  return text.length - (text.match(/[\x20-\x7e]/g)?.length ?? 0) / 2
}
