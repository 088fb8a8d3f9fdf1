import type { Actor } from '#lib/domain/access/policy.ts'
import type { WarningReason } from '#lib/domain/publication/overrides.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Result } from '#lib/domain/shared/result.ts'
import { annotationInput } from '#lib/usecases/annotation-input.ts'
import type { Context } from '#lib/usecases/context.ts'
import { createArticle } from '#lib/usecases/create-article.ts'
import { decide } from '#lib/usecases/decide.ts'
import { findWarnings } from '#lib/usecases/find-warnings.ts'
import type { ItemResult } from '#lib/usecases/item-result.ts'
import { setAnnotations } from '#lib/usecases/set-annotations.ts'
import { showArticle } from '#lib/usecases/show-article.ts'
import { createSource, newSourceInput } from '#lib/usecases/sources.ts'
import type { DemoArticle, DemoEvidence } from './demo-script.ts'

/** The value of an outcome. A demo that is refused is a bug of ours. */
export function done<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`The demo newsroom was refused: ${result.failure.message}`)
}

function allDone(results: readonly ItemResult[]): void {
  const refused = results.find(({ status }) => status !== 200)
  if (refused) throw new Error(`The demo newsroom was refused: ${refused.message}`)
}

/** An article on its way through the demo, by the use cases that people's own go through. */
export class DemoDesk {
  readonly articleId: string
  readonly #context: Context
  readonly #editor: Actor
  readonly #sources: ReadonlyMap<string, string>

  private constructor(
    context: Context,
    editor: Actor,
    articleId: string,
    sources: ReadonlyMap<string, string>,
  ) {
    this.#context = context
    this.#editor = editor
    this.articleId = articleId
    this.#sources = sources
  }

  static async open(
    context: Context,
    editor: Actor,
    { headline, text, sources, evidence }: DemoArticle,
  ): Promise<DemoDesk> {
    const words = { format: 'text', text, lang: 'en', headline } as const
    const { id } = done(await createArticle(context, editor, words))
    const known = new Map<string, string>()
    for (const [key, fields] of Object.entries(sources)) {
      const { source } = done(await createSource(context, editor, newSourceInput.parse(fields)))
      known.set(key, source.id)
    }
    const desk = new DemoDesk(context, editor, id, known)
    await desk.source(evidence)
    return desk
  }

  async source(evidence: readonly DemoEvidence[]): Promise<void> {
    const statuses = await this.#statuses()
    const items = evidence.map(({ of, cites = [], ...said }) => {
      const { sentence, fingerprint } = sentenceThatBegins(statuses, of)
      const citations = cites.map(({ source, ...cited }) => ({
        sourceId: this.#sources.get(source),
        ...cited,
      }))
      return annotationInput.parse({ index: sentence.index, fingerprint, ...said, citations })
    })
    allDone(done(await setAnnotations(this.#context, this.#editor, this.articleId, items)))
  }

  /** Approves what the filter lets through, one by one. */
  async approve(by: Actor, wanted: (status: SentenceStatus) => boolean): Promise<void> {
    const statuses = (await this.#statuses()).filter(wanted)
    for (const { sentence, fingerprint } of statuses) {
      const item = { index: sentence.index, fingerprint, verdict: 'approve' } as const
      allDone(done(await decide(this.#context, by, this.articleId, [item])))
    }
  }

  async ask(by: Actor, { of, asks }: { readonly of: string; readonly asks: string }) {
    const { sentence, fingerprint } = sentenceThatBegins(await this.#statuses(), of)
    const item = { index: sentence.index, fingerprint, verdict: 'query', note: asks } as const
    allDone(done(await decide(this.#context, by, this.articleId, [item])))
  }

  /** One reason for all that the gate warns of. */
  async reasons(reason: string): Promise<readonly WarningReason[]> {
    const shown = done(await showArticle(this.#context, this.#editor, this.articleId))
    const warnings = await findWarnings(this.#context, shown.assessment)
    return warnings.map(({ kind, fingerprint }) => ({ kind, fingerprints: [fingerprint], reason }))
  }

  async #statuses(): Promise<readonly SentenceStatus[]> {
    const shown = await showArticle(this.#context, this.#editor, this.articleId)
    return done(shown).assessment.statuses
  }
}

function sentenceThatBegins(statuses: readonly SentenceStatus[], words: string): SentenceStatus {
  const [found, another] = statuses.filter(({ sentence }) => sentence.text.startsWith(words))
  if (found && !another) return found
  throw new Error(`${another ? 'Several sentences begin' : 'No sentence begins'} with “${words}”`)
}
