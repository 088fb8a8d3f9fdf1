import type { FileStore } from '#lib/domain/shared/file-store.ts'
import type { Database } from './connection.ts'

/** One per process, wherever this module was evaluated: the entry and Next's bundles have copies of their own. */
const KEY = Symbol.for('galley.database')
const FILES = Symbol.for('galley.files')
const registry = globalThis as typeof globalThis & { [KEY]?: Database; [FILES]?: FileStore }

export function provideDatabase(database: Database): void {
  registry[KEY] = database
}

export function databaseOfProcess(): Database {
  const database = registry[KEY]
  if (!database) throw new Error('The database has not been opened: start the app with `npm start`')
  return database
}

export function provideFiles(files: FileStore): void {
  registry[FILES] = files
}

export function filesOfProcess(): FileStore {
  const files = registry[FILES]
  if (!files) throw new Error('The files have not been opened: start the app with `npm start`')
  return files
}
