import { untrack } from 'svelte'
import { ask, forget, recall, type Answer, type Question, type Trouble } from './ask.ts'
import type { ResultOf } from './graphql.ts'

/** What a view knows of its question. While a new answer is on its way the last one stays, marked as `loading`. */
export interface Live<T> {
  readonly data: T | null
  readonly trouble: Trouble | null
  readonly loading: boolean
  readonly retry: () => void
}

/**
 * Keeps the answer to a question that may change; null asks nothing. Call it while a component is set up.
 * @example const found = live(() => ({ document: SEARCH, variables: { query: route().query } }))
 */
export function live<D>(question: () => Question<D> | null): Live<ResultOf<D>> {
  let answer = $state.raw<Answer<ResultOf<D>> | null>(null)
  let loading = $state(true)
  let attempt = $state(0)
  // The words of the question, so that an equal question is not asked again when the address changes elsewhere.
  const words = $derived(JSON.stringify([question()?.variables, attempt]))

  $effect.pre(() => {
    void words
    const asked = untrack(question)
    const known = asked === null ? null : recall(asked)
    if (asked === null || known !== null) {
      answer = known
      loading = false
      return
    }
    loading = true
    const controller = new AbortController()
    ask(asked, controller.signal).then(
      (result) => {
        answer = result
        loading = false
      },
      // Only an abort rejects, and then a newer question is already under way.
      () => undefined,
    )
    return () => controller.abort()
  })

  return {
    get data() {
      return answer?.data ?? null
    },
    get trouble() {
      return answer?.trouble ?? null
    },
    get loading() {
      return loading
    },
    retry() {
      forget()
      attempt += 1
    },
  }
}
