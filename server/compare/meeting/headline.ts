import type { Sentence } from '../../model/comparison.ts'
import type { Matter } from './matter.ts'
import { headPhrase, shortened } from './phrases.ts'
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
  const [first] = matters
  if (matters.length === 1) return headPhrase(first?.clauses ?? [])
  const weights = sharedWeights(matters)
  const measuring = matters.filter(({ side, units }) => side === 'duty' && units.length > 0)
  const tellers = measuring.length > 0 ? measuring : matters
  const phrases = new Map(tellers.flatMap((matter) => phrasesOf(matter).map((phrase) => [phrase.text, phrase])))
  const ranked = [...phrases.values()].map((phrase) => ({ text: phrase.text, worth: worthOf(phrase, weights) }))
  const best = ranked.reduce<Ranked | null>((known, one) => (known && !isBetter(one, known) ? known : one), null)
  return best?.text ?? headPhrase(first?.clauses ?? [])
}

interface Phrase {
  readonly text: string
  readonly features: readonly number[]
}

interface Ranked {
  readonly text: string
  readonly worth: number
}

function isBetter(one: Ranked, two: Ranked): boolean {
  if (one.worth !== two.worth) return one.worth > two.worth
  return one.text.length !== two.text.length ? one.text.length < two.text.length : one.text < two.text
}

const PHRASES = new WeakMap<Matter, readonly Phrase[]>()
const MOST_PHRASES = 6

/** The clauses of a matter that may head a row, worked out once. */
function phrasesOf(matter: Matter): readonly Phrase[] {
  const known = PHRASES.get(matter)
  if (known) return known
  const texts = matter.clauses.slice(0, MOST_PHRASES).map(shortened)
  const phrases = texts
    .filter((text) => text !== '')
    .map((text) => ({ text, features: [...featuresOf([{ text, weight: 1 }]).keys()] }))
  PHRASES.set(matter, phrases)
  return phrases
}

/** The weights of what at least half of the matters say. */
function sharedWeights(matters: readonly Matter[]): ReadonlyMap<number, number> {
  const [holders, weights] = [new Map<number, number>(), new Map<number, number>()]
  for (const { words } of matters) {
    for (let at = 0; at < words.features.length; at += 1) {
      const feature = words.features[at] ?? 0
      holders.set(feature, (holders.get(feature) ?? 0) + 1)
      weights.set(feature, (weights.get(feature) ?? 0) + (words.weights[at] ?? 0))
    }
  }
  for (const [feature, count] of holders) if (count < 2 || count * 2 < matters.length) weights.delete(feature)
  return weights
}

function worthOf({ text, features }: Phrase, weights: ReadonlyMap<number, number>): number {
  const covered = features.reduce((sum, one) => sum + (weights.get(one) ?? 0), 0)
  return covered / Math.sqrt(text.length + 5)
}
