/** Providers that people may sign in by; null: not configured. */
export interface SignInProviders {
  readonly oidc: {
    readonly issuer: string
    readonly clientId: string
    readonly clientSecret: string
    /** What the button says. */
    readonly name: string
  } | null
  readonly github: {
    /** Of a GitHub Enterprise Server; null: github.com. */
    readonly url: string | null
    readonly clientId: string
    readonly clientSecret: string
  } | null
}

/** What sign-in and the pages need of the configuration; the entry provides it. */
export interface AuthSettings {
  readonly demo: boolean
  readonly newsroom: string
  /** Where readers write when something is wrong; null: nowhere. */
  readonly corrections: string | null
  readonly publicUrl: string | null
  /** Kind of the database: the embedded one says what it cannot promise. */
  readonly embedded: boolean
  /** Where else people may sign in. */
  readonly providers: SignInProviders
  /** File that signed heads of the audit trail are written to. */
  readonly auditHeads: string
  /** Mail is sent to who wants it. */
  readonly mail: boolean
  /** The page that shows every component in every state is there. */
  readonly gallery: boolean
  /** How many calls of the HTTP interface that read a person, or a token, may make in a minute; without: as many as we think right. */
  readonly callsPerMinute?: number | undefined
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
