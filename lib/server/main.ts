import { serve } from './serve.ts'

/** The entry of the process: everything as the product has it. */
await serve()
