/** `npm start` and `npm run dev`: from a fresh clone to a running server. */
import { build, install, Refusal, run } from './bootstrap.mjs'

async function start(mode) {
  const node = await install()
  if (mode === 'production') await build(node)
  // The channel lets the server notice that we are gone, even when we had no chance to tell it.
  process.exit(await run(node, ['lib/server/main.ts'], { env: { NODE_ENV: mode }, ipc: true }))
}

try {
  await start(process.argv[2] === 'dev' ? 'development' : 'production')
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exit(1)
}
