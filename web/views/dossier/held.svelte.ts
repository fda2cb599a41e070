import { SvelteMap } from 'svelte/reactivity'
import { ask } from '../../graphql/ask.ts'
import { graphql } from '../../graphql/graphql.ts'
import type { Held } from './standing.ts'

const HELD_TEXT = graphql(`
  query HeldText($id: ID!, $asOf: Date) {
    instrument(id: $id, asOf: $asOf) {
      held
      text
      validity
    }
  }
`)

/** By id of the document: what is held of it now, null when it is not held, undefined while that is not known. */
export type HeldTexts = ReadonlyMap<string, Held | null>

/** Asks for the present text of each document, one question a document. Call it while a component is set up. */
export function heldTexts(ids: () => readonly string[], asOf: () => string): HeldTexts {
  const known = new SvelteMap<string, Held | null>()
  const wanted = $derived(JSON.stringify([asOf(), ids().filter((id, index, all) => all.indexOf(id) === index)]))

  $effect(() => {
    const [date, names] = JSON.parse(wanted) as [string, string[]]
    const controller = new AbortController()
    for (const id of names) void look(id, date, controller.signal)
    return () => controller.abort()
  })

  async function look(id: string, date: string, signal: AbortSignal): Promise<void> {
    const answer = await ask({ document: HELD_TEXT, variables: { id, asOf: date || null } }, signal).catch(() => null)
    if (answer === null || answer.data === null) return
    const { instrument } = answer.data
    known.set(id, instrument?.held === true ? { text: instrument.text, validity: instrument.validity } : null)
  }

  return known
}
