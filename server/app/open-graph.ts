import { openStore } from '../graph/open-store.ts'
import { setAsideGraph } from '../graph/set-aside.ts'
import type { Store } from '../graph/store.ts'
import { Failure } from '../model/failure.ts'
import { type Config, storeOptions } from './config.ts'

const REBUILT = ['STORE_DAMAGED', 'STORE_OUTDATED']

/**
 * Opens the store of the settings. An embedded graph that cannot be read, or that another version wrote, is set aside and
 * a new one opened: everything in it is built anew from the texts. `say` is told.
 */
export async function openGraph(config: Config, say: (message: string) => void): Promise<Store> {
  try {
    return await openStore(storeOptions(config))
  } catch (error) {
    if (config.store !== 'embedded' || !(error instanceof Failure) || !REBUILT.includes(error.code)) throw error
    const folder = setAsideGraph(config.home)
    say(`the graph in ${config.home} cannot be used: it is set aside in ${folder} and built anew from the texts`)
    return openStore(storeOptions(config))
  }
}
