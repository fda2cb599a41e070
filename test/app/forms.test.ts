import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'vitest'
import { readRaw } from '../../server/text/read.ts'
import { FORMS } from './forms.ts'
import { expectSameFacts } from './same-facts.ts'

const FOLDER = new URL('../../data/regulations/', import.meta.url)
const REGULATIONS = readdirSync(FOLDER)

describe.each(REGULATIONS)('%s', (id) => {
  const bytes = readFileSync(new URL(`${id}/text.txt`, FOLDER))

  it.each(FORMS)('says the same as $title', async ({ file, make }) => {
    expectSameFacts(await readRaw(make(bytes.toString('utf8')), file), await readRaw(bytes, 'text.txt'))
  })
})
