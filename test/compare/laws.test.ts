import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ComparedInstrument, ComparisonCell, Relation } from '../../server/model/comparison.ts'
import { compare, instrument, mark, threshold } from './fixtures.ts'

const MIRROR: Readonly<Record<Relation, Relation>> = {
  SAME: 'SAME',
  STRICTER: 'LOOSER',
  LOOSER: 'STRICTER',
  ADDED: 'OMITTED',
  OMITTED: 'ADDED',
  DIFFERENT: 'DIFFERENT',
  NOT_COMPARABLE: 'NOT_COMPARABLE',
}

const types = fc.constantFrom([], ['enterprise'], ['university', 'research_institute']) as fc.Arbitrary<
  readonly ('enterprise' | 'university' | 'research_institute')[]
>
const track = fc.constantFrom(null, '领域类', '综合类')

const amount = fc
  .record({
    metricKey: fc.constantFrom('fixed_staff', 'evaluation_cycle', 'rd_spend_annual', 'rd_spend_total', null),
    comparator: fc.constantFrom('>=', '>', '<=', '<', '='),
    value: fc.integer({ min: 1, max: 4 }),
    unit: fc.constantFrom('person', 'year', 'month', 'CNY'),
    window: fc.constantFrom(null, 'P2Y', 'P3Y'),
    aggregation: fc.constantFrom(null, 'each', 'sum'),
    appliesIf: fc.constantFrom(null, '规模较大的'),
    alternativeGroup: fc.constantFrom(null, null, 'group'),
    strength: fc.constantFrom('must', 'should', 'encouraged'),
    hedge: fc.constantFrom(null, '一般', '原则上'),
    applicantTypes: types,
    track,
  } as const)
  .map((fields) => threshold(fields))

const QUOTES = [
  '应为独立法人实体',
  '应为独立法人单位或内设机构',
  '鼓励登记为独立法人',
  '暂不具备条件的，先行独立运行，独立法人',
]
const MODALS = [
  ['应', 1],
  ['不得', 1],
  ['原则上应', 2],
  ['鼓励', 3],
  ['可以', 4],
  [null, null],
] as const

const clause = fc
  .record({
    quote: fc.constantFrom(...QUOTES),
    modal: fc.constantFrom(...MODALS),
    aspect: fc.constantFrom('legal_person', 'annual_report', null),
    delegated: fc.constantFrom(null, null, '另行制定'),
    applicantTypes: types,
    track,
  })
  .map(({ quote, modal: [modal, rank], ...rest }) => mark(quote, { ...rest, modal, rank }))

const document = (name: string) =>
  fc
    .record({ thresholds: fc.array(amount, { maxLength: 5 }), marks: fc.array(clause, { maxLength: 4 }) })
    .map((facts) => instrument(name, facts))

function cellsOf(base: ComparedInstrument, other: ComparedInstrument): ReadonlyMap<string, ComparisonCell | undefined> {
  return new Map(compare([base, other]).rows.map((row) => [row.id, row.cells[1]]))
}

const RUNS = { numRuns: 150 }

describe('the comparison', () => {
  it('is mirrored when base and column are swapped', () => {
    fc.assert(
      fc.property(document('甲'), document('乙'), (one, two) => {
        const [forth, back] = [cellsOf(one, two), cellsOf(two, one)]
        for (const [row, cell] of forth) {
          const relation = cell?.relation ?? 'SAME'
          expect([row, back.get(row)?.relation]).toEqual([row, MIRROR[relation]])
        }
      }),
      RUNS,
    )
  })

  it('finds an instrument the same as itself in every row', () => {
    fc.assert(
      fc.property(document('甲'), (one) => {
        const relations = new Set([...cellsOf(one, { ...one, id: 'copy' }).values()].map((cell) => cell?.relation))
        expect([...relations].filter((relation) => relation !== 'SAME')).toEqual([])
      }),
      RUNS,
    )
  })

  it('gives every row a cell for each column, in the order given, and a reason for each relation', () => {
    fc.assert(
      fc.property(document('甲'), document('乙'), document('丙'), (...columns) => {
        for (const row of compare(columns).rows) {
          expect(row.cells.map((cell) => cell.instrument)).toEqual(['甲', '乙', '丙'])
          for (const cell of row.cells) expect(cell.reason === null).toBe(cell.relation === null)
        }
      }),
      RUNS,
    )
  })

  it('has no row that nobody speaks in, and shows every threshold once', () => {
    fc.assert(
      fc.property(document('甲'), document('乙'), (one, two) => {
        const { rows } = compare([one, two])
        expect(rows.filter((row) => row.cells.every((cell) => cell.silent))).toEqual([])
        const shown = rows.flatMap((row) => row.cells.flatMap((cell) => cell.thresholds))
        expect([...shown].sort()).toEqual([...one.thresholds, ...two.thresholds].map(({ id }) => id).sort())
      }),
      RUNS,
    )
  })

  it('only loses facts by filters', () => {
    fc.assert(
      fc.property(document('甲'), document('乙'), (one, two) => {
        const all = factsOf(compare([one, two]).rows)
        const some = factsOf(compare([one, two], { applicantType: 'university', track: '领域类' }).rows)
        expect([...some].filter((id) => !all.has(id))).toEqual([])
      }),
      RUNS,
    )
  })

  it('orders one metric without circles: stricter than the stricter is stricter', () => {
    const staff = fc
      .record({
        comparator: fc.constantFrom('>=', '>=', '>', '<='),
        value: fc.integer({ min: 1, max: 5 }),
        strength: fc.constantFrom('must', 'must', 'encouraged'),
        applicantTypes: types,
      } as const)
      .map((fields) => threshold(fields))
    const column = fc.array(staff, { minLength: 1, maxLength: 2 }).map((thresholds) => instrument('甲', { thresholds }))
    const isStricter = (base: ComparedInstrument, other: ComparedInstrument) =>
      cellsOf(base, other).get('staff/fixed_staff')?.relation === 'STRICTER'
    const seen = { chains: 0 }
    fc.assert(
      fc.property(fc.array(column, { minLength: 6, maxLength: 6 }), (columns) => {
        for (const one of columns)
          for (const two of columns.filter((next) => isStricter(one, next)))
            for (const three of columns.filter((next) => isStricter(two, next))) {
              seen.chains += 1
              expect(isStricter(one, three)).toBe(true)
            }
      }),
      { numRuns: 80 },
    )
    expect(seen.chains).toBeGreaterThan(50)
  })
})

function factsOf(rows: readonly { readonly cells: readonly ComparisonCell[] }[]): ReadonlySet<string> {
  return new Set(rows.flatMap((row) => row.cells.flatMap((cell) => [...cell.thresholds, ...cell.marks])))
}
