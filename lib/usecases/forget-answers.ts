const KEY = Symbol.for('galley.kept-answers')
const registry = globalThis as typeof globalThis & { [KEY]?: () => void }

/** The server says how its answers to readers are forgotten. */
export function provideForgetting(forget: () => void): void {
  registry[KEY] = forget
}

/** What readers are given has changed: nothing of this process is answered from memory until it was asked for anew [FMT29]. */
export function forgetAnswers(): void {
  registry[KEY]?.()
}
