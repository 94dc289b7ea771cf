import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Engine, runCommand, runQuery } from '../../engine/runner.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { openApi } from './open-api.ts'

const commandBody = z.strictObject({ commandId: z.guid(), input: z.unknown() })
const queryBody = z.strictObject({ input: z.unknown() })

/** One door for every change, one for every question. */
export function commandRoutes(server: FastifyInstance, engine: Engine): void {
  server.post<{ Params: { name: string } }>('/api/commands/:name', async request => {
    const body = read(commandBody, request.body)
    const answer = await runCommand(engine, request.caller.acting, { name: request.params.name, ...body, input: body.input })
    return { ok: true, answer }
  })
  server.post<{ Params: { name: string } }>('/api/queries/:name', async request => {
    const { input } = read(queryBody, request.body)
    return { ok: true, answer: await runQuery(engine, request.caller.acting, request.params.name, input) }
  })
  server.get('/api/openapi.json', async () => openApi(engine))
}

function read<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw new Refusal('bad-input')
  return parsed.data
}
