import { GraphQLError, GraphQLScalarType, Kind, print, type ValueNode } from 'graphql'

/** The scalar Date: a day that the calendar has, as YYYY-MM-DD. Anything else is BAD_USER_INPUT. */
export const dateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar date, YYYY-MM-DD.',
  serialize: String,
  parseValue: (value) => calendarDay(value),
  parseLiteral: (node) => calendarDay(node.kind === Kind.STRING ? node.value : print(node), node),
})

/** @throws GraphQLError BAD_USER_INPUT, e.g. for 2025-02-30 */
function calendarDay(value: unknown, node?: ValueNode): string {
  if (typeof value === 'string' && isCalendarDay(value)) return value
  throw new GraphQLError(`${JSON.stringify(value)} is no day of the calendar: write YYYY-MM-DD, such as 2025-04-05`, {
    ...(node && { nodes: node }),
    extensions: { code: 'BAD_USER_INPUT' },
  })
}

export function isCalendarDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && nextDay(text, 0) === text
}

/** The day `days` after an ISO date; negative counts back. */
export function nextDay(date: string, days = 1): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

const DAY = 86_400_000

/** Today where the law applies: the date in Shanghai, YYYY-MM-DD. */
export function todayInChina(now: Date): string {
  return IN_SHANGHAI.format(now)
}

/** Swedish dates are ISO dates. */
const IN_SHANGHAI = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })
