import type { Extraction } from '../model/extraction.ts'
import type { RawText } from '../model/text.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { corrected, readCorrections } from './corrections.ts'
import { instrumentId } from './instrument-id.ts'
import { shippedId } from './source-files.ts'

export interface Reading {
  readonly raw: RawText
  /** Path of the file, which tells the id of a shipped text. */
  readonly file: string
  readonly read: Extraction
  readonly vocabulary: Vocabulary
}

/** What was read from a file, corrected by `folder/<id>.json`: for commands that know no library. */
export function correctedFrom(folder: string, { raw, file, read, vocabulary }: Reading): Extraction {
  const id = shippedId(file) ?? instrumentId(read)
  return corrected(read, raw.text, readCorrections(id, { folders: [folder], vocabulary }))
}
