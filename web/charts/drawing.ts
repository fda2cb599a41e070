/** Style that a drawing takes from the page and that has to go with it. */
const STYLE = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
] as const

const SVG = 'http://www.w3.org/2000/svg'

/**
 * A drawing of the page as a file of its own: colours and fonts as they are now, on the ground it stands on, a line of words
 * below it. Links and what is only for readers of the screen stay behind.
 */
export function drawingOf(svg: SVGSVGElement, caption: string): string {
  const { width, height } = svg.getBoundingClientRect()
  const box = svg.viewBox.baseVal
  const [x, y, w, h] = box && box.width > 0 ? [box.x, box.y, box.width, box.height] : [0, 0, width, height]
  const size = (12 * w) / Math.max(1, width)
  const lines = linesOf(caption, w / size)
  const foot = lines.length === 0 ? 0 : (lines.length + 0.8) * 1.45 * size
  const copy = svg.cloneNode(true) as SVGSVGElement
  dress(svg, copy)
  copy.setAttribute('xmlns', SVG)
  copy.setAttribute('viewBox', [x, y, w, h + foot].join(' '))
  copy.setAttribute('width', String(Math.round(width)))
  copy.setAttribute('height', String(Math.round(height + (foot * width) / w)))
  copy.prepend(ground([x, y, w, h + foot], groundOf(svg)))
  for (const [at, line] of lines.entries()) {
    copy.append(words(line, { x: x + 2, y: y + h + (at + 1.2) * 1.45 * size, size, like: svg }))
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}`
}

/** The parts of a caption in lines of so many Han characters; a part is never broken. */
function linesOf(caption: string, room: number): readonly string[] {
  const lines: string[] = []
  for (const part of caption.split(' · ').filter(Boolean)) {
    const last = lines.at(-1)
    const longer = last === undefined ? part : `${last} · ${part}`
    if (last !== undefined && lengthOf(longer) <= room) lines[lines.length - 1] = longer
    else lines.push(part)
  }
  return lines
}

function lengthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 1 : 0.6), 0)
}

function dress(from: Element, to: Element): void {
  const style = getComputedStyle(from)
  for (const name of STYLE) {
    const value = style.getPropertyValue(name)
    if (value !== '') to.setAttribute(name, value)
  }
  to.removeAttribute('class')
  to.removeAttribute('style')
  const inner = [...to.children]
  for (const [at, child] of [...from.children].entries()) {
    const twin = inner[at]
    if (twin !== undefined) dress(child, twin)
  }
}

function ground([x, y, width, height]: readonly number[], fill: string): SVGElement {
  const rect = document.createElementNS(SVG, 'rect')
  for (const [name, value] of Object.entries({ x, y, width, height, fill })) rect.setAttribute(name, String(value))
  return rect
}

function words(
  text: string,
  { x, y, size, like }: { readonly x: number; readonly y: number; readonly size: number; readonly like: Element },
): SVGElement {
  const line = document.createElementNS(SVG, 'text')
  const { color, fontFamily } = getComputedStyle(like)
  const attributes = { x, y, fill: color, 'font-family': fontFamily, 'font-size': size, 'text-anchor': 'start' }
  for (const [name, value] of Object.entries(attributes)) line.setAttribute(name, String(value))
  line.textContent = text
  return line
}

/** The first ground behind an element that is not transparent. */
function groundOf(element: Element | null): string {
  if (element === null) return '#fff'
  const { backgroundColor } = getComputedStyle(element)
  const isClear = backgroundColor === 'transparent' || /,\s*0\)$/.test(backgroundColor)
  return isClear ? groundOf(element.parentElement) : backgroundColor
}

const SHARPNESS = 2

/** The same as a picture of points, twice as fine as the screen. @throws Error when the browser cannot paint it */
export async function pictureOf(drawing: string): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * SHARPNESS
  canvas.height = image.naturalHeight * SHARPNESS
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture cannot be painted'))), 'image/png')
  })
}
