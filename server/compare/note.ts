import type { ComparedInstrument, Sentence } from '../model/comparison.ts'
import { boundedStatements, type Party } from './implication.ts'
import { differingDimensions, measureInWords, type Measure } from './measure.ts'
import { requirementOf, type Reading, type Requirement } from './requirement.ts'
import type { RowPlan } from './rows.ts'

/**
 * Why the cells of a row must not be ordered, and what can be said all the same; null where they can be. A row is not
 * comparable when two columns have amounts in it and no measure in common.
 */
export function incomparableNote(
  plan: RowPlan,
  context: Reading & { readonly columns: readonly ComparedInstrument[] },
): Sentence | null {
  const parties = plan.entries
    .map((entry, at) => ({
      name: context.columns[at]?.name ?? { zh: '', en: '' },
      requirements: entry.thresholds.map((threshold) => requirementOf(threshold, context)),
      column: context.columns[at],
    }))
    .filter(({ requirements }) => requirements.length > 0)
  const apart = parties.some((one, at) =>
    parties.slice(at + 1).some((two) => !meet(one.requirements, two.requirements)),
  )
  if (!apart) return null
  const said = [
    measuresNote(parties.flatMap(({ requirements }) => requirements)),
    ...boundedStatements(parties.map(withKnown(context))),
  ]
  return { zh: said.map(({ zh }) => zh).join(''), en: said.map(({ en }) => en).join(' ') }
}

/** With all that its column asks, which is read only where nothing can be ranked. */
function withKnown(reading: Reading) {
  return ({
    name,
    requirements,
    column,
  }: Omit<Party, 'known'> & { readonly column: ComparedInstrument | undefined }) => ({
    ...{ name, requirements },
    known: (column?.thresholds ?? []).map((threshold) => requirementOf(threshold, { ...reading, matter: null })),
  })
}

function meet(left: readonly Requirement[], right: readonly Requirement[]): boolean {
  return left.some((one) => right.some((two) => one.measure.key === two.measure.key))
}

const COUNT: Readonly<Record<number, Sentence>> = {
  2: { zh: '两', en: 'Two' },
  3: { zh: '三', en: 'Three' },
  4: { zh: '四', en: 'Four' },
  5: { zh: '五', en: 'Five' },
}

function measuresNote(requirements: readonly Requirement[]): Sentence {
  const measures: readonly Measure[] = [...new Map(requirements.map(({ measure }) => [measure.key, measure])).values()]
  const dimensions = differingDimensions(measures)
  const names = new Map(measures.map((measure) => measureInWords(measure, dimensions)).map((name) => [name.zh, name]))
  const count = COUNT[names.size] ?? { zh: String(names.size), en: String(names.size) }
  const list = [...names.values()]
  return {
    zh: `${count.zh}种口径：${list.map(({ zh }) => zh).join('、')}，不能排高低。`,
    en: `${count.en} measures: ${list.map(({ en }) => en).join('; ')}. They cannot be ranked.`,
  }
}
