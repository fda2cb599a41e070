/** How long the browser may take to fetch the file from memory. */
const KEPT_MS = 60_000

/** Hands a file to the person; nothing leaves the machine. */
export function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}
