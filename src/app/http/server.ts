import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { constants } from 'node:zlib'
import compress, { type FastifyCompressOptions } from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import serveStatic from '@fastify/static'
import websocket from '@fastify/websocket'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Engine } from '../../engine/runner.ts'
import { MAX_FILE_BYTES } from '../../formats/source.ts'
import { root } from '../config.ts'
import { calendarRoutes } from './calendar-routes.ts'
import { commandRoutes } from './command-routes.ts'
import { fileRoutes } from './file-routes.ts'
import { lookupRoutes } from './lookup-routes.ts'
import { pageRoutes } from './page-routes.ts'
import { answerError } from './refusals.ts'
import { sessionRoutes } from './session-routes.ts'
import { readSessions } from './sessions.ts'
import { verifyRoutes } from './verify-routes.ts'
import { writingRoutes } from './writing-routes.ts'

export type ServerOptions = {
  secure: boolean
  behindProxy: boolean
  tls: { cert: string; key: string } | null
  webDir?: string
  /** From one address. */
  signInsPerMinute?: number
  /** Of slips, from one address in ten minutes. */
  lookups?: number
  /** Of signed files, from one address in ten minutes. */
  verifications?: number
  writersLookedAtEveryMs?: number
  /** Of a text that is written together, in bytes. */
  largestText?: number
}

/** Of a text that is written together: all that was written while a line was cut. */
const LARGEST_MESSAGE = 4 * 1024 * 1024

/** The HTTP server over an engine; not yet listening. */
export async function buildServer(engine: Engine, options: ServerOptions): Promise<FastifyInstance> {
  const https = options.tls ? { cert: await readFile(options.tls.cert), key: await readFile(options.tls.key) } : null
  const server = Fastify({
    // One proxy stands before us: what a client says of its own address further to the left is not believed.
    trustProxy: options.behindProxy && ((_address: string, hop: number) => hop === 0),
    bodyLimit: 2 * 1024 * 1024,
    // An export is named by the filters of its list.
    routerOptions: { maxParamLength: 2000 },
    ...(https ? { https } : {}),
  }) as FastifyInstance
  server.setErrorHandler(answerError)
  await server.register(helmet, { contentSecurityPolicy: { directives: policy(options.secure) }, hsts: options.secure })
  await server.register(rateLimit, { global: false })
  await server.register(compress, COMPRESSED)
  await server.register(cookie)
  await server.register(multipart, { limits: { files: 1, fields: 4, fileSize: MAX_FILE_BYTES + 1 } })
  await server.register(websocket, { options: { maxPayload: LARGEST_MESSAGE } })
  const webDir = options.webDir ?? join(root, 'dist/web')
  if (existsSync(webDir))
    await server.register(serveStatic, {
      root: webDir,
      preCompressed: true,
      index: false,
      wildcard: false,
      immutable: true,
      maxAge: '365d',
    })
  readSessions(server, engine)
  sessionRoutes(server, engine, options)
  commandRoutes(server, engine)
  fileRoutes(server, engine)
  calendarRoutes(server, engine)
  lookupRoutes(server, engine, options)
  verifyRoutes(server, engine, options)
  writingRoutes(server, engine, options)
  pageRoutes(server, engine, webDir)
  return server
}

/** Answers and pages, which a slow line carries several times as fast; files go as they are, and nothing that comes in is unpacked. */
const COMPRESSED = {
  customTypes: /^(application\/json|text\/html)\b/u,
  threshold: 2048,
  encodings: ['br', 'gzip'],
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  zlibOptions: { level: 5 },
  globalDecompression: false,
} satisfies FastifyCompressOptions

// Mantine writes style attributes; scripts come from our own files only. WebAssembly, which unpacks scanned pages, may be compiled.
const policy = (secure: boolean) => ({
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'],
  upgradeInsecureRequests: secure ? [] : null,
})
