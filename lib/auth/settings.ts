/** What sign-in and the pages need of the configuration; the entry provides it. */
export interface AuthSettings {
  readonly demo: boolean
  readonly newsroom: string
  /** Where readers write when something is wrong; null: nowhere. */
  readonly corrections: string | null
  readonly publicUrl: string | null
  /** Kind of the database: the embedded one says what it cannot promise. */
  readonly embedded: boolean
  /** SHA-256 of the one-time code with which the first administrator is made; null when there is one. */
  setupCodeHash: string | null
}

const KEY = Symbol.for('galley.settings')
const registry = globalThis as typeof globalThis & { [KEY]?: AuthSettings }

export function provideSettings(settings: AuthSettings): void {
  registry[KEY] = settings
}

export function settingsOfProcess(): AuthSettings {
  const settings = registry[KEY]
  if (!settings) throw new Error('The server has not started: start the app with `npm start`')
  return settings
}
