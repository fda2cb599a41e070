import { readFile } from 'node:fs/promises'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, describe, expect, it } from 'vitest'
import { readSource } from '../../server/app/source.ts'
import { Failure } from '../../server/model/failure.ts'
import { readText } from '../../server/text/plain.ts'

const LAW = '第一条 为了规范管理，制定本办法。\n第二条 本办法自2020年1月1日起施行。\n'

describe('readText', () => {
  it.each([
    ['UTF-8', Buffer.from(LAW), 'utf-8'],
    ['UTF-8 with a mark of order', iconv.encode(LAW, 'utf8', { addBOM: true }), 'utf-8'],
    ['GB18030', iconv.encode(LAW, 'gb18030'), 'gb18030'],
    ['GBK, as older systems write', iconv.encode(LAW, 'gbk'), 'gb18030'],
    ['UTF-16 with a mark of order', iconv.encode(LAW, 'utf-16', { addBOM: true }), 'utf-16le'],
    ['UTF-16 big-endian with a mark of order', iconv.encode(LAW, 'utf16-be', { addBOM: true }), 'utf-16be'],
    ['UTF-16 without a mark of order', iconv.encode(LAW, 'utf-16le', { addBOM: false }), 'utf-16le'],
  ])('reads %s', (_, bytes, encoding) => {
    expect(readText(bytes, '办法.txt')).toMatchObject({ text: LAW, encoding, format: 'txt' })
  })

  it('reads UTF-8 that was cut inside a character', () => {
    const bytes = Buffer.from(LAW.repeat(30)).subarray(0, -2)
    expect(readText(bytes, '办法.md')).toMatchObject({ encoding: 'utf-8', format: 'md' })
  })

  it('keeps line ends as they are', () => {
    expect(readText(Buffer.from('甲\r\n乙'), 'a.txt').text).toBe('甲\r\n乙')
  })

  it.each([
    ['an empty file', Buffer.alloc(0), 'EMPTY_FILE', '办法.txt is empty: give the file that holds the text'],
    ['a file of spaces', Buffer.from(' \n\n'), 'EMPTY_FILE', '办法.txt is empty: give the file that holds the text'],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
      'BINARY_FILE',
      '办法.txt is not a text: save it as .txt or .md',
    ],
    [
      'bytes of no encoding',
      Buffer.from([0xff, 0x81, 0xff, 0xff, 0x80]),
      'UNKNOWN_ENCODING',
      '办法.txt is neither UTF-8, UTF-16 nor GB18030: save it as UTF-8',
    ],
  ])('refuses %s and says what to do', (_, bytes, code, message) => {
    expect(() => readText(bytes, '办法.txt')).toThrow(expect.objectContaining({ name: 'Failure', code, message }))
  })
})

describe('readSource', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tiaolan-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('reads a file', async () => {
    writeFileSync(join(folder, 'a.txt'), LAW)
    expect((await readSource(join(folder, 'a.txt'), readFile)).text).toBe(LAW)
  })

  it('says which file is missing', async () => {
    const file = join(folder, 'none.txt')
    await expect(readSource(file, readFile)).rejects.toEqual(
      new Failure('FILE_NOT_FOUND', `${file} does not exist: check the path`),
    )
  })

  it('says that a folder is no file', async () => {
    await expect(readSource(folder, readFile)).rejects.toEqual(
      new Failure('NOT_A_FILE', `${folder} is a folder: name the files in it`),
    )
  })
})
