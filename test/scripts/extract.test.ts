import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { instrumentId } from '../../server/app/instrument-id.ts'
import type { Extraction } from '../../server/model/extraction.ts'

const folder = mkdtempSync(join(tmpdir(), 'tiaolan-extract-'))
afterAll(() => rmSync(folder, { recursive: true }))

function extract(...args: readonly string[]) {
  const { stdout, stderr, status } = spawnSync('npx', ['--no-install', 'tsx', 'scripts/extract.ts', ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return { stdout, stderr, status }
}

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('npm run extract', () => {
  const law = file('办法.txt', '某省管理办法\n第一条 固定人员不少于50人。\n第二条 本办法自2020年1月1日起施行。\n')
  const missing = join(folder, '没有.txt')
  const picture = file('图.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))

  it('prints one object a line in the order given, with the files that cannot be read among them', () => {
    const { stdout, status } = extract(missing, law, picture)
    const lines = stdout.trimEnd().split('\n')
    const [first, second, third] = lines.map((line) => JSON.parse(line) as Extraction & { error?: unknown })
    expect(lines).toHaveLength(3)
    expect(first).toEqual({
      source: { name: missing },
      error: { code: 'FILE_NOT_FOUND', message: `${missing} does not exist: check the path` },
    })
    expect(second).toMatchObject({ contract: 1, source: { name: law }, meta: { effectiveFrom: '2020-01-01' } })
    expect(second?.thresholds.map(({ value, quote }) => [value, quote])).toEqual([[50, '固定人员不少于50人']])
    expect(third).toMatchObject({ error: { code: 'BINARY_FILE' } })
    expect(status).toBe(1)
  })

  it('prints the text that offsets point into with --text', () => {
    const { stdout, status } = extract('--text', file('甲.md', '\ufeff# 甲\r\n乙'))
    expect([stdout, status]).toEqual(['# 甲\r\n乙', 0])
  })

  it('prints the rule of each fact only with --rules', () => {
    const rules = (...args: readonly string[]) =>
      (JSON.parse(extract(...args, law).stdout) as Extraction).thresholds.map(({ rule }) => rule)
    expect([rules(), rules('--rules')]).toEqual([[undefined], ['bound 不少于…']])
  })

  it('prints what the rules read alone, and corrected only with --corrections', () => {
    const entry = { kind: 'threshold', quote: '不少于50人', set: { value: 60 } }
    const { source, meta } = JSON.parse(extract(law).stdout) as Extraction
    const id = instrumentId({ source, meta })
    mkdirSync(join(folder, 'corrections'))
    const said = { reason: '原件为60', author: '张三', date: '2026-01-02' }
    file(`corrections/${id}.json`, JSON.stringify({ corrections: [{ ...entry, ...said }] }))
    const values = (...args: readonly string[]) =>
      (JSON.parse(extract(...args, law).stdout) as Extraction).thresholds.map(({ value }) => value)
    expect([values(), values('--corrections', join(folder, 'corrections'))]).toEqual([[50], [60]])
  })

  it('explains itself', () => {
    const help = extract('--help')
    expect([help.status, help.stdout.split('\n')[0]]).toEqual([0, 'npm run --silent extract -- [--text] FILE…'])
    expect(extract()).toMatchObject({ status: 1, stdout: '' })
    expect(extract('--colour')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('--colour') as string,
    })
  })
})
