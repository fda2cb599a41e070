import { openEmbeddedStore } from '../../server/graph/embedded-store.ts'
import { Failure } from '../../server/model/failure.ts'
import { CHILD, PARENT } from './samples.ts'

// Opens the graph of a folder, saves and closes, again and again, and comes back at once when another process has it.
const [home = '', times = '1'] = process.argv.slice(2)

for (let done = 0; done < Number(times);) {
  try {
    const store = await openEmbeddedStore({ home })
    await store.save(done % 2 === 0 ? PARENT : CHILD)
    await store.remove((done % 2 === 0 ? CHILD : PARENT).id)
    await store.close()
    done += 1
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'STORE_LOCKED') throw error
  }
}
