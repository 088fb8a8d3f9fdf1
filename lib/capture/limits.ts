/** What a capture may cost, in one table. */
export const LIMITS = {
  /** Of an answer, as it comes over the wire and again as it is unpacked. */
  bodyBytes: 5 * 1024 * 1024,
  headerBytes: 16 * 1024,
  redirects: 3,
  /** From the first look at a name to the last byte, over all redirects. */
  fetchMs: 10_000,
  /** The whole process, reading included: whoever hangs is killed. */
  fetchProcessMs: 25_000,
  readProcessMs: 60_000,
  heapMib: 512,
  /** All of the process, buffers too. */
  processMib: 800,
  /** Processes at once, and jobs that wait for one. */
  atOnce: 2,
  waiting: 20,
  /** Elements of a page: more is no page that anybody reads. */
  elements: 100_000,
  /** Nested deeper, finding the main text would take minutes: then the whole text is all. */
  depth: 200,
  pdfPages: 2_000,
  /** Of readable text: more than any book. */
  textCharacters: 8 * 1024 * 1024,
  uploadBytes: 50 * 1024 * 1024,
} as const
