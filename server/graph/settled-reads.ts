/**
 * Neo4j reads what is committed at the moment it looks, so one statement may see a commit halfway. A read that met the
 * commit of a write of this process is run again, after it.
 */
export interface SettledReads {
  read<T>(work: () => Promise<T>): Promise<T>
  /** `work` calls `commits` when nothing but the commit is left to do. */
  committing<T>(work: (commits: () => void) => Promise<T>): Promise<T>
}

export function settledReads(): SettledReads {
  let commits = 0
  let running: Promise<unknown> = Promise.resolve()
  return {
    async read(work) {
      for (;;) {
        await running
        const before = commits
        const result = await work()
        if (before === commits) return result
      }
    },
    async committing(work) {
      let settle = (): void => undefined
      try {
        return await work(() => {
          // A transaction that is tried again commits again.
          settle()
          commits += 1
          running = new Promise<void>((resolve) => (settle = resolve))
        })
      } finally {
        settle()
      }
    },
  }
}
