import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import { foldDocument } from '#lib/collab/fold-document.ts'

/** Message types of the Hocuspocus protocol; the first two are y-websocket's too. */
const MESSAGE = { sync: 0, awareness: 1, auth: 2, stateless: 5, status: 8 } as const
/** What an answer of the type `auth` begins with when it is a refusal. */
const DENIED = 1

export interface WireOptions {
  readonly url: string
  /** Null speaks y-websocket: the document is in the path, and nothing is acknowledged. */
  readonly name: string | null
  readonly token: string
  /** False: after the first exchange nothing is applied, so that many clients cost one machine little. */
  readonly follow: boolean
  readonly doc?: Y.Doc
}

/** A client as bare as can be: the protocol, and a document. What it hears it hands on. */
export class WireClient {
  readonly doc: Y.Doc
  readonly socket: WebSocket
  /** Code with which the server closed the socket; 0 while it is open. */
  closed = 0
  synced = false
  /** What it showed to be let in is not good. */
  denied = false
  heard: (frame: Buffer) => void = () => {}
  acknowledged: () => void = () => {}
  stateless: (payload: string) => void = () => {}
  readonly #options: WireOptions

  constructor(options: WireOptions) {
    this.#options = options
    this.doc = options.doc ?? foldDocument()
    this.socket = new WebSocket(options.url, { perMessageDeflate: false })
    this.socket.binaryType = 'nodebuffer'
    this.socket.on('open', () => this.#greet())
    this.socket.on('message', (frame: Buffer) => this.#receive(frame))
    this.socket.on('close', (code) => {
      this.closed = code
    })
    // What follows is the close.
    this.socket.on('error', () => undefined)
  }

  /** Changes the document and sends what that is as an update. */
  change(work: (doc: Y.Doc) => void) {
    const updates: Uint8Array[] = []
    const note = (update: Uint8Array) => updates.push(update)
    this.doc.on('update', note)
    this.doc.transact(() => work(this.doc))
    this.doc.off('update', note)
    for (const update of updates) this.update(update)
  }

  update(update: Uint8Array) {
    this.send(MESSAGE.sync, (encoder) => sync.writeUpdate(encoder, update))
  }

  /** It comes back when everything before it is committed. */
  mark(payload: string) {
    this.send(MESSAGE.stateless, (encoder) => encoding.writeVarString(encoder, payload))
  }

  send(type: number, write: (encoder: encoding.Encoder) => void) {
    const encoder = encoding.createEncoder()
    if (this.#options.name !== null) encoding.writeVarString(encoder, this.#options.name)
    encoding.writeVarUint(encoder, type)
    write(encoder)
    this.raw(encoding.toUint8Array(encoder))
  }

  /** A message of any kind, whole or not, addressed to the document. */
  frame(message: Uint8Array) {
    const encoder = encoding.createEncoder()
    if (this.#options.name !== null) encoding.writeVarString(encoder, this.#options.name)
    encoding.writeUint8Array(encoder, message)
    this.raw(encoding.toUint8Array(encoder))
  }

  raw(frame: Uint8Array) {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(frame)
  }

  leave() {
    this.socket.terminate()
  }

  #greet() {
    if (this.#options.name !== null) {
      this.send(MESSAGE.auth, (encoder) => {
        encoding.writeVarUint(encoder, 0)
        encoding.writeVarString(encoder, this.#options.token)
        encoding.writeVarString(encoder, '4.7.0')
      })
    }
    this.send(MESSAGE.sync, (encoder) => sync.writeSyncStep1(encoder, this.doc))
  }

  #receive(frame: Buffer) {
    const decoder = decoding.createDecoder(frame)
    if (this.#options.name !== null) decoding.readVarString(decoder)
    const type = decoding.readVarUint(decoder)
    if (type === MESSAGE.status) this.acknowledged()
    else if (type === MESSAGE.stateless) this.stateless(decoding.readVarString(decoder))
    else if (type === MESSAGE.auth) this.denied ||= decoding.readVarUint(decoder) === DENIED
    else if (type === MESSAGE.sync) this.#sync(frame, decoder)
  }

  #sync(frame: Buffer, decoder: decoding.Decoder) {
    const step = decoding.readVarUint(decoder)
    const payload = decoding.readVarUint8Array(decoder)
    if (step === sync.messageYjsSyncStep1) {
      this.send(MESSAGE.sync, (encoder) => sync.writeSyncStep2(encoder, this.doc, payload))
      return
    }
    if (step === sync.messageYjsSyncStep2) {
      Y.applyUpdate(this.doc, payload, this)
      this.synced = true
      return
    }
    this.heard(frame)
    if (this.#options.follow) Y.applyUpdate(this.doc, payload, this)
  }
}
