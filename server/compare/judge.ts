import type { Sentence } from '../model/comparison.ts'
import { boundInWords } from '../grammar/amounts-in-words.ts'
import type { Judgement } from './judgement.ts'
import { relateRemainder } from './remainder.ts'
import type { Reading } from './requirement.ts'
import { isSilent, type Side } from './side.ts'
import { relateThresholds } from './thresholds.ts'
import { isDelegated, relateWording, strongest } from './wording.ts'

interface Matter extends Reading {
  /** A whole topic, whose clauses are of different matters. */
  readonly isTopic: boolean
}

/** How a cell stands to the base of its row, and why; null where both are silent. */
export function judge(base: Side, here: Side, matter: Matter): Judgement | null {
  if (isSilent(base) && isSilent(here)) return null
  if (isSilent(here)) return omitted(base.column.name, matter)
  if (isSilent(base)) return added(base.column.name, here, matter)
  return relate(base, here, matter)
}

function relate(base: Side, here: Side, matter: Matter): Judgement {
  const [there, cell] = [base.entry.thresholds, here.entry.thresholds]
  if (there.length > 0 && cell.length > 0) return relateThresholds(there, cell, { ...matter, base: base.column.name })
  if (there.length > 0 || cell.length > 0) return onlyOneMeasures(base, here)
  return matter.isTopic ? relateRemainder(base.clauses(), here.clauses()) : relateWording(base.core(), here.core())
}

/** Under a whole topic only what no other row shows is left: nothing is said of the topic as such. */
const ELSE = {
  omitted: (base: Sentence): Sentence => ({
    zh: `${base.zh}在本主题下另有规定，这里没有`,
    en: `more on this topic in ${base.en}, not here`,
  }),
  added: (base: Sentence): Sentence => ({
    zh: `${base.zh}在本主题下没有其他规定`,
    en: `nothing else on this topic in ${base.en}`,
  }),
}

function omitted(base: Sentence, { isTopic }: Matter): Judgement {
  const reason = { zh: `${base.zh}有规定，这里没有`, en: `stated in ${base.en}, not here` }
  return { relation: 'OMITTED', reason: isTopic ? ELSE.omitted(base) : reason }
}

function added(base: Sentence, here: Side, matter: Matter): Judgement {
  const notes = [mildNote(here), delegationNote(here), choiceNote(here, matter)].filter((note) => note !== null)
  return {
    relation: 'ADDED',
    reason: {
      zh: [matter.isTopic ? ELSE.added(base).zh : `${base.zh}未规定`, ...notes.map(({ zh }) => zh)].join('；'),
      en: [matter.isTopic ? ELSE.added(base).en : `not in ${base.en}`, ...notes.map(({ en }) => en)].join('; '),
    },
  }
}

const ENCOURAGED = 3

/** What is added may be less than a demand. */
function mildNote({ entry: { thresholds, marks } }: Side): Sentence | null {
  if (thresholds.length > 0) {
    const isMild = thresholds.every(({ strength }) => strength === 'encouraged')
    return isMild ? { zh: '这里是鼓励', en: 'encouraged here' } : null
  }
  const top = strongest(marks)
  if (!top?.modal || (top.rank ?? 0) < ENCOURAGED) return null
  return { zh: `这里是“${top.modal}”`, en: `here “${top.modal}”` }
}

function delegationNote({ entry: { thresholds, marks } }: Side): Sentence | null {
  if (thresholds.length > 0 || !isDelegated(marks)) return null
  return { zh: '这里留待另行规定', en: 'left to another document here' }
}

/** Names what may be met instead: 与“省级项目数不少于3项”任选其一. */
function choiceNote({ column, entry: { thresholds } }: Side, { metrics }: Matter): Sentence | null {
  const groups = new Set(thresholds.map(({ alternativeGroup }) => alternativeGroup).filter((group) => group !== null))
  if (groups.size === 0) return null
  const others = column.thresholds.filter(
    (other) => groups.has(other.alternativeGroup ?? '') && !thresholds.some(({ id }) => id === other.id),
  )
  if (others.length === 0) return { zh: '任选其一', en: 'any one of them' }
  const names = others.map((other) => {
    const [term, bound] = [metrics.get(other.metricKey ?? ''), boundInWords(other)]
    return { zh: `“${term?.zh ?? other.metric}${bound.zh}”`, en: `“${term?.en ?? other.metric}: ${bound.en}”` }
  })
  return {
    zh: `与${names.map(({ zh }) => zh).join('、')}任选其一`,
    en: `or ${names.map(({ en }) => en).join(', ')} instead`,
  }
}

function onlyOneMeasures({ column: { name }, entry }: Side, here: Side): Judgement {
  const there = entry.thresholds.length > 0
  const words = isDelegated((there ? here : { entry }).entry.marks)
    ? { zh: '留待另行规定', en: 'left to another document' }
    : { zh: '只有文字要求', en: 'only words' }
  return {
    relation: 'DIFFERENT',
    reason: there
      ? { zh: `${name.zh}有数值，这里${words.zh}`, en: `an amount in ${name.en}, ${words.en} here` }
      : { zh: `${name.zh}${words.zh}，这里有数值`, en: `${words.en} in ${name.en}, an amount here` },
  }
}
