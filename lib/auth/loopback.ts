const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/** Whether the browser, and every proxy before us, named this machine itself. */
export function isLoopback(headers: Headers): boolean {
  const hosts = [headers.get('host'), headers.get('x-forwarded-host')].filter(
    (host) => host !== null,
  )
  return hosts.length > 0 && hosts.every((host) => LOOPBACK.includes(host.replace(/:\d+$/, '')))
}
