import type { Provision } from '../../server/model/document.ts'
import type { Run } from './blocks.ts'
import { KINDS, type Mark, type MarkKind } from './marks.ts'
import { PAGE_STYLE } from './page-style.ts'
import type { Labelled, Part, View } from './view.ts'

/**
 * One page that needs nothing else: the text at the left with every fact marked, the facts at the right with their rules.
 * A mark leads to its fact and back; kinds are shown and hidden by their boxes. No scripts, light and dark.
 */
export function drawPage(view: View): string {
  const numbers = new Map(view.parts.flatMap(({ marks }) => marks).map((one, at) => [one, at]))
  const page = { view, numbers }
  const title = view.meta.find(([field]) => field === 'title')?.[1] ?? view.name
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)} · inspect</title>
<style>${PAGE_STYLE}${kindStyles()}</style>
<header>
<h1>${escaped(title)}</h1>
<p class="file">${escaped(view.name)}</p>
</header>
<fieldset><legend>marked</legend>${view.counts.map(box).join('')}</fieldset>
${overview(page)}
<main>
${view.parts.map((part) => drawPart(part, page)).join('\n')}
</main>
</html>
`
}

interface Page {
  readonly view: View
  readonly numbers: ReadonlyMap<Mark, number>
}

function box([kind, count]: readonly [MarkKind, number]): string {
  const state = count > 0 ? 'checked' : 'disabled'
  return `<label><input type="checkbox" id="k-${kind}" ${state}><span class="m ${kind}">${kind}</span> ${count}</label>`
}

function overview({ view, numbers }: Page): string {
  const overlaps = view.overlaps.map(([one, other]) => {
    const link = (mark: Mark) => `<a href="#f${numbers.get(mark)}">${escaped(view.raw.slice(mark.start, mark.end))}</a>`
    return `<li>${one.kind} ${link(one)} and ${link(other)}</li>`
  })
  const trees = view.trees.map((tree) => {
    const lines = tree.lines.map(([depth, words]) => `<li style="--d:${depth}">${escaped(words)}</li>`)
    return `<li>${labelled(tree)}<ul class="tree">${lines.join('')}</ul></li>`
  })
  return [
    folded(
      'metadata',
      view.meta.map(([field, value]) => `<li><b>${field}</b> ${escaped(value)}</li>`),
      'open',
    ),
    folded(
      'problems of the whole text',
      view.problems.map((one) => `<li>${escaped(one)}</li>`),
      'open',
    ),
    folded('facts of one kind that overlap', overlaps),
    folded('conditions', trees),
    folded(
      'roles',
      view.roles.map((role) => `<li>${labelled(role)}</li>`),
    ),
    folded(
      'scales of grades',
      view.scales.map((one) => `<li>${escaped(one)}</li>`),
    ),
  ].join('\n')
}

function folded(title: string, items: readonly string[], state = ''): string {
  if (items.length === 0) return ''
  return `<details ${state}><summary>${title} <i>${items.length}</i></summary><ul>${items.join('')}</ul></details>`
}

function labelled({ label, rule }: Labelled): string {
  return `${escaped(label)}${rule === null ? '' : ` <code>${escaped(rule)}</code>`}`
}

function drawPart({ block, heads, runs, marks }: Part, page: Page): string {
  const words = runs
    .map((run) => drawRun(run, page))
    .join('')
    .trim()
  const head = heads.map(drawHead).join('')
  const facts = marks.map((one) => drawFact(one, page)).join('')
  return `<section style="--d:${block.depth}"><div>${head}<p class="text">${words}</p></div><ol>${facts}</ol></section>`
}

function drawHead({ kind, label, heading, id }: Provision): string {
  const name = [label, heading].filter((one) => one !== null).join(' ')
  return `<p class="head ${kind}"><b>${escaped(name)}</b> ${kind} <code>${id}</code></p>`
}

function drawRun({ start, end, marks }: Run, { view, numbers }: Page): string {
  const words = escaped(view.raw.slice(start, end).replace(/\n\s*\n/g, '\n'))
  const [top] = marks
  if (top === undefined) return words
  const kinds = [...new Set(marks.map(({ kind }) => kind))].join(' ')
  // Cards of the facts that begin here lead back to it.
  const anchor = marks.some((one) => one.start === start) ? ` id="m${start}"` : ''
  return `<a class="m ${kinds}"${anchor} href="#f${numbers.get(top)}">${words}</a>`
}

function drawFact(mark: Mark, { view, numbers }: Page): string {
  const number = numbers.get(mark)
  const quote = escaped(view.raw.slice(mark.start, mark.end).replace(/\s+/g, ' '))
  const rule = mark.rule === null ? '' : `<code>← ${escaped(mark.rule)}</code>`
  return `<li class="f ${mark.kind}" id="f${number}"><a href="#m${mark.start}"><b class="m ${mark.kind}">${mark.kind}</b> <q>${quote}</q></a> ${escaped(mark.says)} ${rule}<small>${mark.start}–${mark.end}</small></li>`
}

/** Where several facts share a character, those first in the list colour it; a kind that is hidden colours nothing. */
function kindStyles(): string {
  const grounds = KINDS.reduceRight((rest, kind) => `var(--g-${kind},${rest})`, 'transparent')
  const lines = KINDS.map((kind) => `.${kind}{--g-${kind}:var(--${kind})}`)
  const hidden = KINDS.map(
    (kind) =>
      `body:has(#k-${kind}:not(:checked)) main .${kind}{--g-${kind}:initial;text-decoration:none}body:has(#k-${kind}:not(:checked)) .f.${kind}{display:none}`,
  )
  return [`.m{background:${grounds}}`, ...lines, ...hidden].join('\n')
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
