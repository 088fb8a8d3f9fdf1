/**
 * A property that fails prints its seed. `GALLEY_SEED=<seed> npx vitest run <file>` repeats the run with it.
 * The package is loaded only then: most test files have no properties.
 */
export const seed = process.env.GALLEY_SEED

if (seed !== undefined) {
  const { configureGlobal } = await import('fast-check')
  configureGlobal({ seed: Number(seed) })
}
