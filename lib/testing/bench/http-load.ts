import { connect } from 'node:net'
import { performance } from 'node:perf_hooks'

export interface Load {
  readonly perSecond: number
  /** 99th percentile of the time to the last byte, in milliseconds. */
  readonly p99: number
}

const CONNECTIONS = 32
const HEAD_END = '\r\n\r\n'

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

function askUntil({ hostname, port, pathname }: URL, end: number, times: number[]): Promise<void> {
  const asked = `GET ${pathname} HTTP/1.1\r\nhost: ${hostname}:${port}\r\naccept-encoding: br\r\n\r\n`
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    socket.setNoDelay()
    let began = 0
    let head = ''
    let missing = 0
    const ask = () => {
      if (performance.now() >= end) {
        socket.destroy()
        resolve()
        return
      }
      head = ''
      missing = 0
      began = performance.now()
      socket.write(asked)
    }
    socket.on('connect', ask)
    socket.on('error', reject)
    socket.on('data', (bytes) => {
      if (missing > 0) missing -= bytes.length
      else {
        head += bytes.toString('latin1')
        const at = head.indexOf(HEAD_END)
        if (at < 0) return
        if (!head.startsWith('HTTP/1.1 200')) reject(new Error(head.slice(0, 200)))
        const length = /content-length: (\d+)/i.exec(head.slice(0, at))?.[1]
        missing = Number(length) - (head.length - at - HEAD_END.length)
      }
      if (missing > 0) return
      times.push(performance.now() - began)
      ask()
    })
  })
}
