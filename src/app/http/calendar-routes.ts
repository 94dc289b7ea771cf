import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Engine, runQuery } from '../../engine/runner.ts'
import { type AgendaEntry, findFeed } from '../../features/calendar/index.ts'
import { type IcsEvent, renderIcs } from '../../formats/ics/render.ts'
import { vietnamDate } from '../../kernel/dates.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { calendar as words } from '../../ui/messages/vi/calendar.ts'

type Agenda = { programme: string | null; entries: AgendaEntry[] }

const SUMMARY: Record<AgendaEntry['kind'], (name: string) => string> = {
  deadline: name => `${words['calendar.due']}: ${name}`,
  feast: name => name,
  'feast-estimate': name => `${name} (${words['calendar.estimate']})`,
}

/**
 * Feeds for calendar programs, which sign in with nothing but the secret in the address. It opens what its account may read.
 * Errors are answered here, since the address must not reach a log.
 */
export function calendarRoutes(server: FastifyInstance, engine: Engine): void {
  const options = {
    config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
    errorHandler: (error: { statusCode?: number }, _request: unknown, reply: FastifyReply) =>
      error.statusCode === 429
        ? say(reply, 429, words['calendar.feed-too-often'])
        : say(reply, 500, words['calendar.feed-failed']),
  }
  server.get<{ Params: { file: string } }>('/api/calendar/:file', options, async (request, reply) => {
    const agenda = await readFeed(engine, /^(.+)\.ics$/.exec(request.params.file)?.[1] ?? '')
    if (!agenda) return say(reply, 404, words['calendar.feed-gone'])
    const bytes = renderIcs({
      name: agenda.programme ? `${words['calendar.title']}: ${agenda.programme}` : words['calendar.feed-name'],
      stamp: engine.now(),
      events: agenda.entries.map(entry => asEvent(entry, `${request.protocol}://${request.host}`)),
    })
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'inline; filename="lich.ics"')
      .header('cache-control', 'private, no-store')
      .send(Buffer.from(bytes))
  })
}

const say = (reply: FastifyReply, status: number, sentence: string) =>
  reply.code(status).type('text/plain; charset=utf-8').header('cache-control', 'no-store').send(sentence)

/** Null where the secret opens nothing, or a programme that is no longer the body's. */
async function readFeed(engine: Engine, secret: string): Promise<Agenda | null> {
  const feed = await findFeed(engine.database, secret, vietnamDate(engine.now()))
  if (!feed) return null
  try {
    return (await runQuery(engine, feed.actor, 'calendar.agenda', { programmeId: feed.programmeId })) as Agenda
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') return null
    throw error
  }
}

const asEvent = ({ uid, from, to, name, context, address, kind }: AgendaEntry, site: string): IcsEvent => ({
  uid: `${uid}@phoihop`,
  from,
  to,
  summary: SUMMARY[kind](name),
  description: [context, site + address].filter(Boolean).join('\n'),
  url: site + address,
  category: words[kind === 'deadline' ? 'calendar.due' : 'calendar.feast'],
})
