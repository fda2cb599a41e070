import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openStore } from '../../server/graph/open-store.ts'
import { storeContract } from './store-contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'tiaolan-graph-'))
let homes = 0
const fresh = () => openStore({ kind: 'embedded', home: join(folder, String((homes += 1))) })

afterAll(() => rmSync(folder, { recursive: true, force: true }))

storeContract({
  name: 'the embedded engine',
  open: fresh,
  async empty(store) {
    await store.close()
    return fresh()
  },
})
