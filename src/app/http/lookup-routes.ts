import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Engine } from '../../engine/runner.ts'
import { type Progress, progressOf } from '../../features/petitions/index.ts'
import { printDate } from '../../kernel/dates.ts'
import { fill } from '../../ui/messages/catalogue.ts'
import { petitions as words } from '../../ui/messages/vi/petitions.ts'
import { states } from '../../ui/messages/vi/states.ts'

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
    const limited = { config: { rateLimit: { max: lookups, timeWindow: '10 minutes' }, ownForm: true }, errorHandler: tooOften }
    own.post('/tra-cuu', limited, async (request, reply) => {
      const typed = request.body instanceof URLSearchParams ? (request.body.get('ma') ?? '') : ''
      const progress = await progressOf(engine.database, typed.slice(0, 40))
      return page(reply, progress ? 200 : 404, progress ? told(progress) : note(words['petitions.lookup-none']))
    })
  })
}

const tooOften = (error: { statusCode?: number }, _request: FastifyRequest, reply: FastifyReply) => {
  if (error.statusCode !== 429) throw error
  return page(reply, 429, note(words['petitions.lookup-often']))
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)

const note = (sentence: string): string => `<p role="alert"><b>${escaped(sentence)}</b></p>`

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
  const lines = rows.flatMap(([name, value]) => (value ? [`<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`] : []))
  return `<dl role="status">${lines.join('')}</dl>`
}

const STYLE = `body{margin:0;background:#f3f4f6;color:#1a1d21;font:16px/1.5 "Be Vietnam Pro","Segoe UI",Roboto,sans-serif}
main{max-width:34rem;margin:0 auto;padding:20px}form,dl,p[role]{background:#fff;border:1px solid #d5d9de;border-radius:6px;padding:16px}
label{display:block;font-weight:600}input,button{font:inherit;width:100%;box-sizing:border-box;min-height:44px;padding:8px 12px;border-radius:6px;margin-top:8px}
input{border:1px solid #6b7280;letter-spacing:.08em;text-transform:uppercase}button{border:0;background:#12408a;color:#fff;font-weight:600}
dt{color:#4b5563}dd{margin:0 0 10px;font-weight:600}@media (prefers-color-scheme:dark){body{background:#14171a;color:#e6e8eb}form,dl,p[role]{background:#1e2226;border-color:#3a4046}dt{color:#b3b9c1}input{background:#14171a;color:inherit}}`

function page(reply: FastifyReply, status: number, body: string): FastifyReply {
  const title = words['petitions.lookup-title']
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .send(`<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1>
${body}<p>${words['petitions.lookup-help']}</p>
<form method="post" action="/tra-cuu"><label for="ma">${words['petitions.lookup-label']}</label>
<input id="ma" name="ma" required maxlength="20" autocomplete="off" spellcheck="false"><button>${words['petitions.lookup-go']}</button></form>
<p>${words['petitions.lookup-privacy']}</p></main></body></html>`)
}
