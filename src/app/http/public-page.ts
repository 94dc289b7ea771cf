import type { FastifyReply, FastifyRequest } from 'fastify'

export const escaped = (text: string): string => text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)

export const note = (sentence: string): string => `<p role="alert"><b>${escaped(sentence)}</b></p>`

/** Names and what stands to them; those without anything are left out. */
export const facts = (rows: readonly (readonly [string, string | null])[]): string =>
  rows.flatMap(([name, value]) => (value ? [`<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`] : [])).join('')

/** Answers in the page's own words when one address asks too often. */
export const tooOften =
  (answer: (reply: FastifyReply) => FastifyReply) =>
  (error: { statusCode?: number }, _request: FastifyRequest, reply: FastifyReply) => {
    if (error.statusCode !== 429) throw error
    return answer(reply)
  }

const STYLE = `body{margin:0;background:#f3f4f6;color:#1a1d21;font:16px/1.5 "Be Vietnam Pro","Segoe UI",Roboto,sans-serif}
main{max-width:34rem;margin:0 auto;padding:20px}form,dl,p[role]{background:#fff;border:1px solid #d5d9de;border-radius:6px;padding:16px}
label{display:block;font-weight:600}input,button{font:inherit;width:100%;box-sizing:border-box;min-height:44px;padding:8px 12px;border-radius:6px;margin-top:8px}
input{border:1px solid #6b7280}#ma{letter-spacing:.08em;text-transform:uppercase}button{border:0;background:#12408a;color:#fff;font-weight:600}
h2{font-size:1.1rem;margin:24px 0 8px}dl{margin:0}dt{color:#4b5563}dd{margin:0 0 10px;font-weight:600;overflow-wrap:anywhere}@media (prefers-color-scheme:dark){body{background:#14171a;color:#e6e8eb}form,dl,p[role]{background:#1e2226;border-color:#3a4046}dt{color:#b3b9c1}input{background:#14171a;color:inherit}}
@media print{form,.help{display:none}body{background:#fff}}`

/** A page of plain HTML without script, account or cookie, that any phone shows and no machine keeps. */
export function sendPage(reply: FastifyReply, status: number, title: string, body: string): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .send(`<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1>
${body}</main></body></html>`)
}
