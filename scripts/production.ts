// Imported before everything else: GraphQL and others look at NODE_ENV once, when they are loaded, and check every value
// of every answer unless it says production. What errors tell does not depend on it.
process.env['NODE_ENV'] ??= 'production'

export {}
