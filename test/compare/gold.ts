import { readFileSync } from 'node:fs'
import type { ComparedInstrument, ComparedThreshold } from '../../server/model/comparison.ts'
import type { ApplicantType, Threshold } from '../../server/model/facts.ts'

type GoldThreshold = Omit<Threshold, 'provision' | 'unitText' | 'track' | 'applicantTypes' | 'value'> & {
  readonly value: unknown
}

/** The thresholds that two readers found in a shipped regulation, as the comparison takes them. */
export function goldInstrument(id: string, name: string): ComparedInstrument {
  const gold = JSON.parse(readFileSync(`test/gold/${id}.json`, 'utf8')) as { thresholds: readonly GoldThreshold[] }
  const thresholds = gold.thresholds.flatMap((fact, index) => {
    const { value } = fact
    if (typeof value !== 'number') return []
    const applicantTypes = typesIn(fact.appliesIf ?? '')
    return [{ ...fact, value, id: `${id}/${String(index)}`, provision: '', unitText: '', track: null, applicantTypes }]
  }) satisfies readonly ComparedThreshold[]
  return { id, name: { zh: name, en: name }, thresholds, marks: [] }
}

function typesIn(condition: string): readonly ApplicantType[] {
  if (/高校|科研院所/.test(condition)) return ['university', 'research_institute', 'technology_institution']
  return /(?<!非)企业/.test(condition) ? ['enterprise'] : []
}
