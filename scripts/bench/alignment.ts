import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../server/app/config.ts'
import { openLibrary } from '../../server/app/library.ts'
import { serve } from '../../server/app/serve.ts'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import { openStore } from '../../server/graph/open-store.ts'
import { Failure } from '../../server/model/failure.ts'
import { spreadOf, timed, type Spread } from './spread.ts'

export interface AlignmentFigures {
  /** Articles of the law; its earlier state has as many. */
  readonly articles: number
  /** Milliseconds of the first answer over HTTP: reading both from the graph, aligning, differences of words, JSON. */
  readonly first: Spread
}

const SIZES = [40, 1260] as const

/** A law against its earlier state, embedded, at two sizes; each question is asked for the first time. Homes are temporary. */
export async function benchAlignment(): Promise<readonly AlignmentFigures[]> {
  const home = mkdtempSync(join(tmpdir(), 'tiaolan-bench-alignment-'))
  try {
    const laws = await fill(home)
    const server = await serve(readConfig({ TIAOLAN_HOME: home, TIAOLAN_STORE: 'embedded', PORT: '0' }))
    try {
      const figures: AlignmentFigures[] = []
      for (const { articles, ids } of laws) {
        const [one = '', two = ''] = ids
        const times = [await answered(server.address, one, two), await answered(server.address, two, one)]
        figures.push({ articles, first: spreadOf(times) })
      }
      return figures
    } finally {
      await server.close()
    }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

async function fill(home: string) {
  const store = await openStore({ kind: 'embedded', home })
  try {
    const library = openLibrary({ store, vocabulary: loadVocabulary(), home })
    const laws = []
    for (const articles of SIZES) {
      const ids: string[] = []
      for (const year of [2001, 2021]) {
        const bytes = Buffer.from(lawOf(articles, year))
        ids.push((await library.ingest({ name: `law-${String(year)}-${String(articles)}.txt`, bytes, id: null })).id)
      }
      laws.push({ articles, ids })
    }
    return laws
  } finally {
    await store.close()
  }
}

const ALIGNMENT = `query ($left: ID!, $right: ID!) {
  alignment(left: $left, right: $right) {
    inherited fingerprint
    pairs { match score part sentence reason inherited left { id label pinpoint } right { id label pinpoint }
      diff { op text left } }
  }
}`

async function answered(address: string, left: string, right: string): Promise<number> {
  return timed(async () => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: ALIGNMENT, variables: { left, right } }),
    })
    const { data } = (await response.json()) as { data?: { alignment: { pairs: readonly unknown[] } } }
    if (data === undefined) throw new Failure('NO_ALIGNMENT', `${left} and ${right} were not aligned`)
  })
}

const BODIES = [
  '水行政主管部门',
  '码头经营人',
  '船舶检验机构',
  '装卸作业单位',
  '引航机构',
  '港区管理机构',
  '水产养殖者',
  '渔具制造企业',
]
const ACTS = [
  '编制年度计划',
  '公布收费标准',
  '保存作业记录',
  '报告泄漏事故',
  '更换老化设施',
  '培训值班人员',
  '划定禁捕水域',
  '核发通行证件',
]
const OBJECTS = [
  '航道疏浚',
  '缆绳系泊',
  '冷藏运输',
  '油污回收',
  '灯塔养护',
  '鱼苗投放',
  '岸线利用',
  '潮位观测',
  '危险货物堆存',
  '渡口修缮',
]
const ENDS = [
  '并向社会公开结果',
  '不得转交他人办理',
  '逾期不办的责令改正',
  '所需费用由受益人承担',
  '具体办法另行制定',
  '情况紧急的可以先行处置',
]

/** A law of so many articles; the earlier state lacks every eleventh, has others in their place, and words every third otherwise. */
function lawOf(articles: number, year: number): string {
  const isEarlier = year < 2010
  const lines = Array.from({ length: articles }, (_, at) => {
    const seed = isEarlier && at % 11 === 0 ? at + 100_003 : at
    const days = (seed % 57) + 3 + (isEarlier && at % 3 === 0 ? 10 : 0)
    return `第${String(at + 1)}条 ${sentence(seed)}，并在${String(days)}日内办理完毕。${sentence(seed * 7 + 5)}。`
  })
  // The later state begins with articles that the earlier one has further on: most are renumbered.
  const turned = isEarlier ? lines : [...lines.slice(5), ...lines.slice(0, 5)]
  const numbered = turned.map((line, at) => line.replace(/^第\d+条/, `第${String(at + 1)}条`))
  return `渔港${String(articles)}号试验规程\n\n${String(year)}年3月1日公布\n\n${numbered.join('\n\n')}\n`
}

function sentence(seed: number): string {
  const pick = <T>(list: readonly T[], step: number): T => list[Math.floor(seed / step) % list.length] as T
  const [own, other] = [term(seed * 3), term(seed * 5 + 1)]
  return `${pick(BODIES, 1)}应当就${own}${pick(OBJECTS, 3)}和${other}${pick(OBJECTS, 13)}${pick(ACTS, 5)}，${pick(ENDS, 7)}，编号为${String(seed % 9973)}`
}

const SIGNS = [
  ...'海江湾岸潮浪帆舵锚桅舱橹桨缆闸堤坝礁岛屿滩涂渠塘泊港埠津渡桥梁塔灯旗号鼓钟网罟钓饵鳞鳍鲸鲟蟹虾贝藻盐卤霜雾霾霞虹雷电雹',
]

/** A word of the law's own matter: real laws are told apart by such words, not by their phrases. */
function term(seed: number): string {
  const at = (step: number): string => SIGNS[(seed * step + step) % SIGNS.length] ?? ''
  return at(7) + at(11) + at(17)
}
