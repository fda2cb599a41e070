import type { Condition, ConditionOutcome, ConditionWords, FitReport, Judged } from '../../graphql/fit.ts'

/** The words of conditions by id, parts included. */
export function wordsById(trees: readonly ConditionWords[]): ReadonlyMap<string, ConditionWords> {
  return new Map(allOf(trees).map((one) => [one.id, one]))
}

function allOf(trees: readonly ConditionWords[]): readonly ConditionWords[] {
  return trees.flatMap((one) => [one, ...allOf(one.children ?? [])])
}

/** A report with the words of its conditions; a condition without any, of a text that just changed, is left out. */
export function withWords(report: Judged, words: ReadonlyMap<string, ConditionWords>): FitReport {
  return {
    ...report,
    results: report.results.map((result) => ({ ...result, conditions: joined(result.conditions, words) })),
  }
}

function joined(trees: readonly ConditionOutcome[], words: ReadonlyMap<string, ConditionWords>): readonly Condition[] {
  return trees.flatMap(({ sentence, sentenceEn, children, ...one }): readonly Condition[] => {
    const said = words.get(one.id)
    if (said === undefined) return []
    return [{ ...said, ...one, sentence: sentence ?? sentenceEn ?? '', children: joined(children ?? [], words) }]
  })
}
