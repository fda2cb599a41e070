import type { Sentence } from '../../model/comparison.ts'
import type { Matter } from './matter.ts'
import { shortened } from './phrases.ts'
import { featuresOf } from './vector.ts'

const KINDS = {
  penalty: { zh: '罚则', en: 'Penalty' },
  fine: { zh: '罚款', en: 'Fine' },
  money: { zh: '金额', en: 'Amount' },
  time: { zh: '期限', en: 'Period' },
  age: { zh: '年龄', en: 'Age' },
  share: { zh: '比例', en: 'Share' },
  length: { zh: '长度', en: 'Length' },
  area: { zh: '面积', en: 'Area' },
  volume: { zh: '体积', en: 'Volume' },
  weight: { zh: '重量', en: 'Weight' },
  frequency: { zh: '次数', en: 'Frequency' },
  count: { zh: '数量', en: 'Number' },
  amount: { zh: '数值', en: 'Amount' },
  words: { zh: '', en: 'Rule' },
} as const satisfies Record<string, Sentence>

/** The shortest phrase that tells what the matters are about, with the kind of their amounts: 未办理登记 · 罚款. */
export function headlineOf(matters: readonly Matter[]): Sentence {
  const kind = kindOf(matters)
  const phrase = phraseOf(matters)
  return { zh: kind.zh === '' ? phrase : `${phrase} · ${kind.zh}`, en: `${kind.en}: ${phrase}` }
}

/** 同为“未办理登记”的罚款，单位“元”，用词重合 0.71. */
export function whyOf(matters: readonly Matter[], label: Sentence, likeness: number): Sentence {
  const kind = kindOf(matters)
  const [phrase = ''] = label.zh.split(' · ')
  const units = [...new Set(matters.flatMap(({ thresholds }) => thresholds.map(({ unitText }) => unitText.trim())))]
  const shown = units.filter((unit) => unit !== '').slice(0, 4)
  const told = likeness.toFixed(2)
  const unitZh = shown.length > 0 ? `，单位“${shown.join('、')}”` : ''
  const unitEn = shown.length > 0 ? `, in ${shown.join(', ')}` : ''
  return {
    zh: `同为“${phrase}”的${kind.zh === '' ? '规定' : kind.zh}${unitZh}，用词重合 ${told}`,
    en: `each is a ${kind.en.toLowerCase()} on “${phrase}”${unitEn}; wording shared ${told}`,
  }
}

function kindOf(matters: readonly Matter[]): Sentence {
  const [first] = matters
  const units = matters.flatMap(({ units: own }) => own)
  if (first?.side === 'penalty') return units.includes('money') ? KINDS.fine : KINDS.penalty
  const [unit = 'words'] = [...new Set(units)].sort(
    (one, two) => countOf(units, two) - countOf(units, one) || (one < two ? -1 : 1),
  )
  return unit in KINDS ? KINDS[unit as keyof typeof KINDS] : KINDS.amount
}

function countOf(words: readonly string[], word: string): number {
  return words.filter((other) => other === word).length
}

/** Of all clauses of all matters the one that covers most of what they share, for its length. */
function phraseOf(matters: readonly Matter[]): string {
  const weights = sharedWeights(matters)
  const phrases = matters.flatMap(({ clauses }) => clauses.slice(0, 6).map(shortened)).filter((phrase) => phrase !== '')
  const ranked = [...new Set(phrases)].map((phrase) => ({ phrase, worth: worthOf(phrase, weights) }))
  ranked.sort(
    (one, two) => two.worth - one.worth || one.phrase.length - two.phrase.length || (one.phrase < two.phrase ? -1 : 1),
  )
  return ranked[0]?.phrase ?? matters[0]?.clauses[0] ?? ''
}

/** The weights of what at least half of the matters say. */
function sharedWeights(matters: readonly Matter[]): ReadonlyMap<number, number> {
  const held = new Map<number, { holders: number; weight: number }>()
  for (const { words } of matters)
    words.features.forEach((feature, at) => {
      const known = held.get(feature) ?? { holders: 0, weight: 0 }
      held.set(feature, { holders: known.holders + 1, weight: known.weight + (words.weights[at] ?? 0) })
    })
  const shared = [...held].filter(
    ([, { holders }]) => holders * 2 >= matters.length && (holders > 1 || matters.length === 1),
  )
  return new Map(shared.map(([feature, { weight }]) => [feature, weight]))
}

function worthOf(phrase: string, weights: ReadonlyMap<number, number>): number {
  const covered = [...featuresOf([{ text: phrase, weight: 1 }]).keys()].reduce(
    (sum, one) => sum + (weights.get(one) ?? 0),
    0,
  )
  return covered / Math.sqrt(phrase.length + 5)
}
