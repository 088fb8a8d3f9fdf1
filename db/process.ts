import type { Database } from './connection.ts'

/** One per process, wherever this module was evaluated: the entry and Next's bundles have copies of their own. */
const KEY = Symbol.for('galley.database')
const registry = globalThis as typeof globalThis & { [KEY]?: Database }

export function provideDatabase(database: Database): void {
  registry[KEY] = database
}

export function databaseOfProcess(): Database {
  const database = registry[KEY]
  if (!database) throw new Error('The database has not been opened: start the app with `npm start`')
  return database
}
