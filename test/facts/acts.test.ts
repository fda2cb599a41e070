import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import { parseDocument } from '../../server/document/parse.ts'
import { readNorms } from '../../server/facts/norms.ts'
import { readProcedure } from '../../server/facts/procedure.ts'
import { readRoles } from '../../server/facts/roles.ts'
import { cleanText } from '../../server/text/clean.ts'
import { readText } from '../../server/text/plain.ts'

interface Marked {
  readonly start: number
  readonly end: number
  readonly quote: string
}
interface Gold {
  readonly roles: readonly { readonly name: string; readonly aliases: readonly string[] }[]
  readonly duties: readonly (Marked & { readonly bearer: string | null; readonly modality: string })[]
  readonly procedure: readonly (Marked & { readonly actor: string | null })[]
}

const vocabulary = loadVocabulary()
const TEXTS = readdirSync('data/regulations').map((id) => {
  const raw = readText(readFileSync(`data/regulations/${id}/text.txt`), id)
  const document = parseDocument(raw, vocabulary.jurisdictions, cleanText)
  const roles = readRoles(document, vocabulary)
  const norms = readNorms(document, { roles, vocabulary })
  const steps = readProcedure(document, { roles, vocabulary, norms })
  const gold = JSON.parse(readFileSync(`test/gold/${id}.json`, 'utf8')) as Gold
  return { id, raw: raw.text, roles, norms, steps, gold }
})

const squash = (text: string) => text.normalize('NFKC').replace(/[\s《》“”"']/g, '')
/** How much of the shorter of two stretches lies in the other. */
const share = (a: Pick<Marked, 'start' | 'end'>, b: Pick<Marked, 'start' | 'end'>) =>
  (Math.min(a.end, b.end) - Math.max(a.start, b.start)) / Math.max(1, Math.min(a.end - a.start, b.end - b.start))
const BINDING = new Set(['obligation', 'prohibition', 'permission', 'power', 'encouragement'])
const rate = (flags: readonly boolean[]) => flags.filter(Boolean).length / flags.length

describe('against the annotations of the five regulations', () => {
  it('95 of 100 duties are found with their modality', () => {
    const found = TEXTS.flatMap(({ gold, norms }) =>
      gold.duties
        .filter(({ modality }) => BINDING.has(modality))
        .map((duty) => norms.some((norm) => norm.modality === duty.modality && share(duty, norm) >= 0.5)),
    )
    expect(rate(found)).toBeGreaterThanOrEqual(0.95)
  })

  it('of 100 norms found 97 stand in the annotations', () => {
    const right = TEXTS.flatMap(({ gold, norms }) =>
      norms
        .filter(({ modality }) => BINDING.has(modality))
        .map((norm) => gold.duties.some((duty) => share(duty, norm) >= 0.5)),
    )
    expect(rate(right)).toBeGreaterThanOrEqual(0.97)
  })

  it('the bearer of 89 of 100 is right', () => {
    const right = TEXTS.flatMap(({ gold, norms }) => {
      const names = gold.roles.map(({ name, aliases }) => [name, ...aliases].map(squash))
      const same = (a: string, b: string) =>
        a.includes(b) || b.includes(a) || names.some((one) => one.includes(a) && one.includes(b))
      return gold.duties.flatMap((duty) => {
        const hits = norms.filter((norm) => norm.modality === duty.modality && share(duty, norm) >= 0.5)
        const wanted = duty.bearer
        if (hits.length === 0 || wanted === null) return []
        return [hits.some(({ bearer }) => bearer !== null && same(squash(bearer), squash(wanted)))]
      })
    })
    expect(rate(right)).toBeGreaterThanOrEqual(0.89)
  })

  it('95 of 100 steps are found', () => {
    const found = TEXTS.flatMap(({ gold, steps }) =>
      gold.procedure.map((step) => steps.some((other) => share(step, other) >= 0.5)),
    )
    expect(rate(found)).toBeGreaterThanOrEqual(0.95)
  })

  it('92 of 100 roles are found, and 93 of 100 of those found are right', () => {
    const names = ({ name, aliases }: { readonly name: string; readonly aliases: readonly string[] }) =>
      [name, ...aliases].map(squash)
    const meets = (a: readonly string[], b: readonly string[]) => a.some((name) => b.includes(name))
    const found = TEXTS.flatMap(({ gold, roles }) =>
      gold.roles.map((role) => roles.some((other) => meets(names(role), names(other)))),
    )
    const right = TEXTS.flatMap(({ gold, roles }) =>
      roles.map((role) => gold.roles.some((other) => meets(names(role), names(other)))),
    )
    expect(rate(found)).toBeGreaterThanOrEqual(0.92)
    expect(rate(right)).toBeGreaterThanOrEqual(0.93)
  })
})

const text = (id: string) => TEXTS.find((one) => one.id === id)!

describe('steps in order', () => {
  it('have the name of their run-in heading, an actor and a recurrence', () => {
    expect(text('yn-2022-tic').steps.find(({ name }) => name === '申报安排')).toMatchObject({
      track: '领域类',
      order: 1,
      actor: '云南省科学技术厅',
      duration: '按年度',
    })
  })

  it('are cut where one clause holds several', () => {
    const steps = text('yn-2022-tic').steps.filter(({ name }) => name === '批准组建')
    expect(steps.map(({ action, duration }) => [action, duration])).toEqual([
      ['经省科技厅研究并公示无异议', null],
      ['由省科技厅发文批准组建', null],
      ['并签订合同书', null],
      ['建设期为3年', '3年'],
    ])
  })

  it('stand inside 经过…后', () => {
    const steps = text('yn-2019-mic').steps.filter(({ name }) => name === '方案评定')
    expect(steps.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['材料初审', '专家论证', '现场考核', '综合评估']),
    )
  })

  it('count from one in every track', () => {
    for (const { steps } of TEXTS) {
      for (const track of new Set(steps.map((step) => step.track))) {
        const orders = steps.filter((step) => step.track === track).map(({ order }) => order)
        expect(orders).toEqual(orders.map((_, index) => index + 1))
      }
    }
  })
})

describe('roles with several names', () => {
  it.each([
    ['yn-2022-tic', '云南省科学技术厅', '省科技厅'],
    ['yn-2022-tic', '云南省技术创新中心', '创新中心'],
    ['sx-2023-tic', '省直有关部门、设区的市科技管理部门及其他有关主管单位', '归口管理单位'],
    ['yn-2019-mic', '云南省工业和信息化厅', '省工业和信息化厅'],
  ])('%s: %s is also %s', (id, name, alias) => {
    expect(text(id).roles.find((role) => role.name === name)?.aliases).toContain(alias)
  })

  it('have the key of the vocabulary where it knows them', () => {
    const keys = text('yn-2022-tic').roles.flatMap(({ key }) => key ?? [])
    expect(keys).toEqual(
      expect.arrayContaining(['science_authority', 'expert_committee', 'third_party', 'construction_unit']),
    )
  })
})
