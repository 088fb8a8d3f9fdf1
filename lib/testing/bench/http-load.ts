import { connect } from 'node:net'
import { performance } from 'node:perf_hooks'

export interface Load {
  readonly perSecond: number
  /** 99th percentile of the time to the last byte, in milliseconds. */
  readonly p99: number
}

const CONNECTIONS = 32
const HEAD_END = '\r\n\r\n'
const LAST_CHUNK = '0\r\n\r\n'

/**
 * Asks for one address over and over on connections that stay open. The answers are counted by their length and not
 * read: whoever asks should cost as little as can be, on the cores of those who answer. Throws on anything but a 200.
 */
export async function load(address: string, seconds: number): Promise<Load> {
  const url = new URL(address)
  const times: number[] = []
  const end = performance.now() + seconds * 1000
  const began = performance.now()
  await Promise.all(Array.from({ length: CONNECTIONS }, () => askUntil(url, end, times)))
  const took = (performance.now() - began) / 1000
  times.sort((a, b) => a - b)
  const p99 = times[Math.floor(times.length * 0.99)] ?? 0
  return { perSecond: times.length / took, p99 }
}

/** Reads an answer as far as to know where it ends. */
class Answer {
  #head = ''
  #tail = ''
  /** Bytes that are to come; null: it says when it is over, because it is made while it is sent. */
  #missing: number | null = null
  #hasHead = false

  /** True: that was the last of it. */
  isOver(bytes: Buffer): boolean {
    if (!this.#hasHead) return this.#readHead(bytes)
    return this.#goOn(bytes.length, () => bytes.toString('latin1'))
  }

  #readHead(bytes: Buffer): boolean {
    this.#head += bytes.toString('latin1')
    const at = this.#head.indexOf(HEAD_END)
    if (at < 0) return false
    const head = this.#head.slice(0, at)
    if (!head.startsWith('HTTP/1.1 200')) throw new Error(head.slice(0, 200))
    const length = /content-length: (\d+)/i.exec(head)?.[1]
    this.#hasHead = true
    this.#missing = length ? Number(length) : null
    const rest = this.#head.slice(at + HEAD_END.length)
    return this.#goOn(rest.length, () => rest)
  }

  #goOn(length: number, text: () => string): boolean {
    if (this.#missing !== null) {
      this.#missing -= length
      return this.#missing <= 0
    }
    this.#tail = (this.#tail + text()).slice(-LAST_CHUNK.length)
    return this.#tail === LAST_CHUNK
  }
}

function askUntil({ hostname, port, pathname }: URL, end: number, times: number[]): Promise<void> {
  const asked = `GET ${pathname} HTTP/1.1\r\nhost: ${hostname}:${port}\r\naccept-encoding: br, gzip\r\n\r\n`
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    socket.setNoDelay()
    let began = 0
    let answer = new Answer()
    const ask = () => {
      if (performance.now() >= end) {
        socket.destroy()
        resolve()
        return
      }
      answer = new Answer()
      began = performance.now()
      socket.write(asked)
    }
    socket.on('connect', ask)
    socket.on('error', reject)
    socket.on('data', (bytes) => {
      try {
        if (!answer.isOver(bytes)) return
      } catch (error) {
        socket.destroy()
        reject(error)
        return
      }
      times.push(performance.now() - began)
      ask()
    })
  })
}
