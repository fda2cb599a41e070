import { findDates, wholeDate } from '../grammar/dates.ts'
import type { Block } from './blocks.ts'
import type { Regions } from './regions.ts'
import { isHistory, isPrinted } from './shapes.ts'

/**
 * The day a document was issued: the date of its signature, else the publication or adoption in a law's history, else the
 * day it was printed (印发).
 * @example readIssue(regions) // 2021-02-10
 */
export function readIssue({ front, titleBlocks, body, back }: Regions): string | null {
  const events = [...titleBlocks, ...front]
  return (
    dateAlone(front) ??
    dateAlone([...body.slice(-3), ...back]) ??
    fromHistory(events, /(?:公布|发布|颁布|颁发)/) ??
    fromHistory(events, /通过/) ??
    printed([...front, ...back])
  )
}

/** The days that a history gives for 自通过之日起 and 自批准之日起. */
export function readEvents({ front, titleBlocks }: Regions): {
  readonly adoptedOn: string | null
  readonly approvedOn: string | null
} {
  const events = [...titleBlocks, ...front]
  return { adoptedOn: fromHistory(events, /通过/), approvedOn: fromHistory(events, /批准/) }
}

function dateAlone(blocks: readonly Block[]): string | null {
  for (let at = blocks.length - 1; at >= 0; at--) {
    const block = blocks[at]
    const date = block === undefined || block.label !== null ? null : wholeDate(block.clean.text)
    if (date !== null) return date
  }
  return null
}

/** The first event of that kind; amendments come later and do not issue the document again. */
function fromHistory(front: readonly Block[], event: RegExp): string | null {
  for (const {
    clean: { text },
  } of front) {
    if (!isHistory(text) && !/[（(][^（）()]*\d{4}年[^（）()]*[）)]$/.test(text)) continue
    const dates = findDates(text)
    const hit = event.exec(text)
    const amended = /(?:修改|修正|修订)/.test(hit === null ? '' : text.slice(0, hit.index))
    const date = hit === null || amended ? undefined : dates.filter(({ end }) => end <= hit.index).at(-1)
    if (date !== undefined) return date.iso
  }
  return null
}

function printed(blocks: readonly Block[]): string | null {
  const line = blocks.find(({ clean }) => isPrinted(clean.text))
  return line === undefined ? null : (findDates(line.clean.text)[0]?.iso ?? null)
}
