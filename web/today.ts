/** Today where the law applies, as the server counts it: the date in Shanghai, YYYY-MM-DD. */
export function today(now: Date = new Date()): string {
  return IN_SHANGHAI.format(now)
}

/** Swedish dates are ISO dates. */
const IN_SHANGHAI = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** The day after an ISO date. */
export function dayAfter(iso: string): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
