import Database from 'libsql'
import { phrase, tokens } from './bigrams.ts'
import { snippetOf } from './snippets.ts'
import type { SearchAnswer } from './store.ts'
import { searchTerms } from './terms.ts'

/** What the index holds of a provision. */
export interface Entry {
  readonly id: string
  readonly wording: string
}

/**
 * Full text over the provisions of the embedded graph: FTS5 over bigrams, in a file beside the graph. `stamp` names the
 * state of the graph that the index was made for; a stamp that differs from the graph's means: make it anew.
 */
export interface FtsIndex {
  stamp(): string | null
  /** Opens a change; nothing of it is seen before `commit`. */
  begin(): void
  replace(instrument: string, entries: readonly Entry[]): void
  clear(): void
  /** Names the state that the change leads to. */
  stage(stamp: string): void
  /** Both do nothing when no change is open. */
  commit(): void
  rollback(): void
  search(query: string, first: number): SearchAnswer
  close(): void
}

export function openFtsIndex(file: string): FtsIndex {
  const database = new Database(file)
  database.exec(SETUP)
  const statements = prepared(database)
  const clear = (): void => void [statements.clearWords, statements.clearProvisions].map((each) => each.run())
  return {
    stamp: () => (statements.stamp.get() as { value: string } | undefined)?.value ?? null,
    begin: () => void database.exec('BEGIN IMMEDIATE'),
    replace(instrument, entries) {
      statements.removeWords.run(instrument)
      statements.removeProvisions.run(instrument)
      for (const { id, wording } of entries) {
        const { lastInsertRowid } = statements.addProvision.run(id, instrument, wording)
        statements.addWords.run(lastInsertRowid, tokens(wording))
      }
    },
    clear,
    stage: (stamp) => void statements.setStamp.run(stamp),
    commit: () => void (database.inTransaction && database.exec('COMMIT')),
    rollback: () => void (database.inTransaction && database.exec('ROLLBACK')),
    search: (query, first) => search(statements, searchTerms(query), first),
    close: () => void database.close(),
  }
}

const SETUP = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS state(key TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS provisions(number INTEGER PRIMARY KEY, id TEXT NOT NULL, instrument TEXT NOT NULL, wording TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS provisions_instrument ON provisions(instrument);
  CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(tokens, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');
`

type Statements = ReturnType<typeof prepared>

function prepared(database: Database.Database) {
  return {
    stamp: database.prepare("SELECT value FROM state WHERE key = 'stamp'"),
    setStamp: database.prepare("INSERT OR REPLACE INTO state(key, value) VALUES('stamp', ?)"),
    removeWords: database.prepare(
      'DELETE FROM words WHERE rowid IN (SELECT number FROM provisions WHERE instrument = ?)',
    ),
    removeProvisions: database.prepare('DELETE FROM provisions WHERE instrument = ?'),
    clearWords: database.prepare('DELETE FROM words'),
    clearProvisions: database.prepare('DELETE FROM provisions'),
    addProvision: database.prepare('INSERT INTO provisions(id, instrument, wording) VALUES(?, ?, ?)'),
    addWords: database.prepare('INSERT INTO words(rowid, tokens) VALUES(?, ?)'),
    count: database.prepare('SELECT count(*) AS total FROM words WHERE words MATCH ?'),
    find: database.prepare(
      `SELECT p.id AS id, p.wording AS wording, -bm25(words) AS score FROM words JOIN provisions p ON p.number = words.rowid
       WHERE words MATCH ? ORDER BY score DESC, p.id LIMIT ?`,
    ),
  }
}

interface Found extends Entry {
  readonly score: number
}

function search(statements: Statements, terms: readonly string[], first: number): SearchAnswer {
  if (terms.length === 0) return { total: 0, hits: [] }
  const match = terms.map(phrase).join(' AND ')
  const { total } = statements.count.get(match) as { total: number }
  const found = statements.find.all(match, first) as readonly Found[]
  const hits = found.map(({ id, wording, score }) => ({ provision: id, score, ...snippetOf(wording, terms) }))
  return { total, hits }
}
