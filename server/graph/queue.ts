/** Runs asynchronous work one after the other, in the order it was added. */
export interface Queue {
  add<T>(work: () => Promise<T>): Promise<T>
  /** Work that waits or runs. */
  length(): number
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>
}

export function queue(): Queue {
  let last: Promise<unknown> = Promise.resolve()
  let length = 0
  return {
    add(work) {
      length += 1
      const done = last.then(work).finally(() => (length -= 1))
      last = done.catch(() => undefined)
      return done
    },
    length: () => length,
    idle: async () => void (await last),
  }
}
