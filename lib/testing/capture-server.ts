import { CaptureProcesses } from '#lib/capture/capture-processes.ts'
import { GuardedPoster } from '#lib/capture/guarded-post.ts'
import { serve } from '#lib/server/serve.ts'

/**
 * The product with one thing put in its place: captures and webhooks may ask the ports of the loopback address that the command line
 * names.
 * Only this file can say so, and no part of the product reads it.
 */
const loopbackPorts = process.argv.slice(2).map(Number)
const allowance = { loopbackPorts }
await serve({
  capturer: new CaptureProcesses({ allowance }),
  poster: new GuardedPoster(allowance),
})
