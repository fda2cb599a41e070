import type { Sheet } from './model.ts'

/** What the worker is asked: the sheet as JSON, since what a page shows may be a proxy that cannot be handed over. */
export interface Order {
  readonly sheet: string
  readonly format: 'xlsx' | 'docx'
}

export type Answer = { readonly blob: Blob } | { readonly blob: null; readonly failure: string }

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  void write(data).then(
    (blob) => postMessage({ blob } satisfies Answer),
    (cause: unknown) => postMessage({ blob: null, failure: String(cause) } satisfies Answer),
  )
})

async function write({ sheet: text, format }: Order): Promise<Blob> {
  const sheet = JSON.parse(text) as Sheet
  return format === 'xlsx' ? (await import('./xlsx.ts')).writeXlsx(sheet) : (await import('./docx.ts')).writeDocx(sheet)
}
