import { openEmbeddedStore } from '../../server/graph/embedded-store.ts'

/** Opens the graph of a folder, says so, and closes it when its input ends. Run by the tests as another process. */
const store = await openEmbeddedStore({ home: process.argv[2] ?? '' })
console.log('open')
process.stdin.resume().once('end', () => void store.close())
