import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Engine } from '../../engine/runner.ts'
import { type Progress, progressOf } from '../../features/petitions/index.ts'
import { printDate } from '../../kernel/dates.ts'
import { fill } from '../../ui/messages/catalogue.ts'
import { petitions as words } from '../../ui/messages/vi/petitions.ts'
import { states } from '../../ui/messages/vi/states.ts'
import { facts, note, sendPage, tooOften } from './public-page.ts'

/** From one address; a code has 60 bits, so guessing needs more than a lifetime at this pace. */
const LOOKUPS_IN_TEN_MINUTES = 20

/**
 * The progress of a petition for whoever holds its slip: a page of plain HTML without script, account or cookie, that any phone shows.
 * The code comes in the body of the form, never in the address, and stands in no log.
 */
export function lookupRoutes(server: FastifyInstance, engine: Engine, { lookups = LOOKUPS_IN_TEN_MINUTES } = {}): void {
  void server.register(async own => {
    own.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 500 }, (_request, body, done) =>
      done(null, new URLSearchParams(String(body))),
    )
    own.get('/tra-cuu', (_request, reply) => page(reply, 200, ''))
    const often = tooOften(reply => page(reply, 429, note(words['petitions.lookup-often'])))
    const limited = { config: { rateLimit: { max: lookups, timeWindow: '10 minutes' }, ownForm: true }, errorHandler: often }
    own.post('/tra-cuu', limited, async (request, reply) => {
      const typed = request.body instanceof URLSearchParams ? (request.body.get('ma') ?? '') : ''
      const progress = await progressOf(engine.database, typed.slice(0, 40))
      return page(reply, progress ? 200 : 404, progress ? told(progress) : note(words['petitions.lookup-none']))
    })
  })
}

function told(progress: Progress): string {
  const { state, receivedOn, since, dueOn, answeredOn, settledOn, confirmedOn, holder } = progress
  const word = states[state === 'settled' && confirmedOn ? 'state.confirmed' : (`state.${state}` as const)]
  const rows: [string, string | null][] = [
    [words['petitions.state'], `${word}, ${fill(words['petitions.lookup-since'], { day: since })}`],
    [words['petitions.holder'], holder],
    [words['petitions.received-on'], printDate(receivedOn)],
    [words['petitions.due'], dueOn && printDate(dueOn)],
    [words['petitions.fact-answered'], answeredOn && printDate(answeredOn)],
    [words['petitions.fact-settled'], settledOn && printDate(settledOn)],
    [words['petitions.fact-confirmed'], confirmedOn && printDate(confirmedOn)],
  ]
  return `<dl role="status">${facts(rows)}</dl>`
}

function page(reply: FastifyReply, status: number, body: string): FastifyReply {
  return sendPage(
    reply,
    status,
    words['petitions.lookup-title'],
    `${body}<p>${words['petitions.lookup-help']}</p>
<form method="post" action="/tra-cuu"><label for="ma">${words['petitions.lookup-label']}</label>
<input id="ma" name="ma" required maxlength="20" autocomplete="off" spellcheck="false"><button>${words['petitions.lookup-go']}</button></form>
<p>${words['petitions.lookup-privacy']}</p>`,
  )
}
