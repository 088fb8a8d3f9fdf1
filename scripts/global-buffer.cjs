/**
 * For the bundler, of lib0: its way through Node's `Buffer` is not taken in a browser, but a plain `Buffer` brings a polyfill of
 * seven kilobytes. As a property of the global object it brings none.
 */
module.exports = function globalBuffer(source) {
  return source.replaceAll(/(?<![\w.])Buffer\.from\(/g, 'globalThis.Buffer.from(')
}
