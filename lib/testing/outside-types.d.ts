/** The libraries bring no types; this is what the tests use of them. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(text: string, options: { readonly contentType: string })
    readonly window: { readonly document: Document }
  }
}
declare module 'jsonld' {
  interface Loaded {
    readonly contextUrl: null
    readonly document: unknown
    readonly documentUrl: string
  }
  const jsonld: {
    expand(
      document: unknown,
      options: {
        readonly documentLoader: (url: string) => Promise<Loaded>
        readonly safe?: boolean
        readonly base?: string
      },
    ): Promise<readonly Readonly<Record<string, unknown>>[]>
  }
  // biome-ignore lint/style/noDefaultExport: it is how the library is imported
  export default jsonld
}
declare module 'vnu-jar' {
  /** Path of the program, as an object of text. */
  const path: { toString(): string }
  export = path
}
