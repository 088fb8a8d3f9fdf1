import { registerHooks } from 'node:module'

/**
 * Loaded before `lib/server/main.ts`, it puts the control of experiments where the pages would be. All else is the
 * product's own process; it needs no build and starts in a second.
 */
const pages = new URL('./control-pages.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'next' ? { url: pages, shortCircuit: true } : next(specifier, context),
})
