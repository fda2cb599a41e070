import { extract } from '../../server/app/pipeline.ts'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import { applyCorrections } from '../../server/corrections/apply.ts'
import { type Correction, parseCorrections } from '../../server/corrections/format.ts'
import type { Extraction } from '../../server/model/extraction.ts'
import { readText } from '../../server/text/plain.ts'

const vocabulary = loadVocabulary()

export const TEXT = `某某省工程中心管理办法

第一章 总则

第一条 为规范管理，根据《某某省科技条例》，制定本办法。

第二章 申报

第二条 申报单位应当具备下列条件：
（一）固定人员不少于50人；
（二）场地面积不少于1000平方米；
（三）具有独立法人资格。

第三条 申报按照下列程序进行：
（一）申报单位提交申请；
（二）主管部门组织评审，公示期不少于7日。

第四条 评估结果分为优秀、合格、不合格三个等级。评估不合格的，撤销资格。

第五条 依照第二条的规定办理，评审专家不少于50人。

第六条 本办法自2020年1月1日起施行。
`

export function reading(text: string = TEXT): Extraction {
  return extract(readText(Buffer.from(text), '办法.txt'), vocabulary)
}

/** The reading of the text, corrected by entries as a file holds them. */
export function correctedReading(entries: readonly Entry[], text: string = TEXT): Extraction {
  return applyCorrections(reading(text), text, entries.map(whole))
}

/** An entry without the words that every one has. */
export type Entry = Readonly<Record<string, unknown>> & Pick<Correction, 'kind' | 'quote'>

export const SAID = { reason: '读错', author: '张三', date: '2026-01-02' }

function whole(entry: Entry): Correction {
  const { corrections, bad } = parseCorrections({ corrections: [{ ...SAID, ...entry }] })
  const [correction] = corrections
  if (correction === undefined) throw new Error(JSON.stringify(bad))
  return correction
}
