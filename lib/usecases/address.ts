import slugify from '@sindresorhus/slugify'

/** Words as the last part of a public address; empty where nothing of them can stand there. */
export function addressOf(words: string): string {
  return slugify(words, { decamelize: false }).slice(0, 60).replace(/-+$/, '')
}
