import type { Locale } from './locales.ts'
import type { Messages } from './messages.ts'

/** Makes the names and arguments of messages, and the locales, known to the compiler. */
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
