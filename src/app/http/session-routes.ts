import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Json } from '../../engine/db/database.ts'
import { type Engine, runCommand } from '../../engine/runner.ts'
import { anyAccount, findSession, signIn } from '../../features/agencies/index.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { COOKIE } from './sessions.ts'

const signInBody = z.strictObject({
  username: z.string().max(100),
  password: z.string().max(200),
  code: z.string().max(12).optional(),
  enrolSecret: z
    .string()
    .regex(/^[A-Z2-7]{32}$/)
    .optional(),
})
const firstBody = z.strictObject({
  body: z.record(z.string(), z.string()),
  account: z.record(z.string(), z.string()),
})
const FOURTEEN_DAYS = 14 * 86_400

export function sessionRoutes(
  server: FastifyInstance,
  engine: Engine,
  options: { secure: boolean; signInsPerMinute?: number },
): void {
  const { secure, signInsPerMinute = 30 } = options
  const run = (name: string, input: Json) => runCommand(engine, 'system', { commandId: randomUUID(), name, input })
  const door = { database: engine.database, keys: engine.keys, run, now: engine.now }
  const cookie = { path: '/', httpOnly: true, sameSite: 'strict' as const, secure, maxAge: FOURTEEN_DAYS }

  async function enter(request: FastifyRequest, reply: FastifyReply, input: z.output<typeof signInBody>) {
    const { code, enrolSecret, ...rest } = input
    const factor = { ...(code ? { code } : {}), ...(enrolSecret ? { enrolSecret } : {}) }
    const { token } = await signIn(door, { ...rest, ...factor, device: request.headers['user-agent'] ?? '' })
    const session = await findSession(engine.database, token, engine.now())
    void reply.setCookie(COOKIE, token, cookie)
    return { ok: true, me: session?.me ?? null }
  }

  const limited = { config: { rateLimit: { max: signInsPerMinute, timeWindow: '1 minute' } } }
  server.post('/api/sign-in', limited, async (request, reply) => enter(request, reply, parse(signInBody, request.body)))

  server.post('/api/sign-out', async (request, reply) => {
    const { sessionId, acting } = request.caller
    if (sessionId)
      await runCommand(engine, acting, { commandId: randomUUID(), name: 'agencies.end-session', input: { sessionId } })
    void reply.clearCookie(COOKIE, { path: '/' })
    return { ok: true }
  })

  server.post('/api/first-administrator', limited, async request => {
    if (await engine.database.read('system', anyAccount)) throw new Refusal('not-permitted')
    const { body, account } = parse(firstBody, request.body)
    const bodyId = newId()
    await run('agencies.found-site', { body: { ...body, bodyId }, account: { ...account, accountId: newId(), bodyId } })
    return { ok: true }
  })
}

function parse<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw new Refusal('bad-input')
  return parsed.data
}
