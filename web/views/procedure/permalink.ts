import type { Procedures } from '../../graphql/process.ts'
import { printRoute, type Route } from '../../route.ts'
import { printData } from '../compare/permalink.ts'

/** The address that shows these procedures on any later day: columns, base and date by name, and what the data were. */
export function permalink(route: Route, procedures: Procedures): string {
  return printRoute({
    ...route,
    page: 'procedure',
    instruments: procedures.columns.map(({ id }) => id),
    base: procedures.base ?? '',
    asOf: procedures.asOf,
    data: printData(procedures),
  })
}
