import { z } from 'zod'
import type { Engine } from '../../engine/runner.ts'

/** OpenAPI 3.1 of every command and query, derived from their schemas. */
export function openApi(engine: Engine) {
  const open = [...engine.commands.values()].filter(command => command.permission !== 'system')
  const paths = [
    ...open.map(command => [
      `/api/commands/${command.name}`,
      post(command.name, { commandId: { type: 'string', format: 'uuid' }, input: schemaOf(command.input) }),
    ]),
    ...[...engine.queries.values()].map(query => [
      `/api/queries/${query.name}`,
      post(query.name, { input: schemaOf(query.input) }),
    ]),
  ]
  return { openapi: '3.1.0', info: { title: 'phoihop', version: '1' }, paths: Object.fromEntries(paths) }
}

const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })

const post = (operationId: string, properties: Record<string, unknown>) => ({
  post: {
    operationId,
    requestBody: {
      content: { 'application/json': { schema: { type: 'object', properties, required: Object.keys(properties) } } },
    },
    responses: { 200: { description: 'ok' }, default: { description: 'refusal' } },
  },
})
