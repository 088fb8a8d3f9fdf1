import { HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'

/** Types of the Hocuspocus protocol and of y-protocols/sync that matter here. */
const SYNC = 0
const SYNC_STEP_2 = 1
const UPDATE = 2

/**
 * A socket that keeps single updates back until the first exchange is over. What was written while it was away is in that
 * exchange, whole; an update that came before it would rest on changes that the server may never have got.
 */
export class GatedSocket extends HocuspocusProviderWebsocket {
  #exchanged = false
  /** Told when everything that we have has been sent, and everything that the server has is here. */
  onExchanged: () => void = () => undefined
  /** Told when a change has been sent, so that what asks whether it is saved goes out behind it. */
  onUpdateSent: () => void = () => undefined

  override async onOpen(event: Event): Promise<void> {
    this.#exchanged = false
    await super.onOpen(event)
  }

  override send(message: Uint8Array): void {
    // Nothing waits for a socket that is not open: what it would have said is said anew when it is.
    if (this.webSocket?.readyState !== 1) return
    const step = syncStepOf(message)
    if (step === UPDATE && !this.#exchanged) return
    super.send(message)
    if (step === SYNC_STEP_2 && !this.#exchanged) {
      this.#exchanged = true
      this.onExchanged()
    }
    if (step === UPDATE) this.onUpdateSent()
  }
}

/** The step of a sync message; null for any other. */
function syncStepOf(message: Uint8Array): number | null {
  const decoder = createDecoder(message)
  // A pong has no document in front.
  if (message.length < 2) return null
  readVarString(decoder)
  return readVarUint(decoder) === SYNC ? readVarUint(decoder) : null
}
