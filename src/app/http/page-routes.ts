import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Engine, runQuery } from '../../engine/runner.ts'
import { anyAccount } from '../../features/agencies/index.ts'
import { latestPosition } from '../../features/programmes/index.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { demoAccounts } from '../demo.ts'

/** Every other address is the browser application, with what it needs first already inside. */
export function pageRoutes(server: FastifyInstance, engine: Engine, webDir: string): void {
  server.setNotFoundHandler(async (request, reply) => {
    if (request.method !== 'GET' || request.url.startsWith('/api/') || request.url.startsWith('/assets/'))
      throw new Refusal('not-found')
    const page = await readFile(join(webDir, 'index.html'), 'utf8')
    const boot = JSON.stringify(await bootOf(request, engine)).replaceAll('<', '\\u003c')
    const html = page.replace('<!--boot-->', () => `<script id="boot" type="application/json">${boot}</script>`)
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html)
  })
}

async function bootOf(request: FastifyRequest, engine: Engine) {
  const { me, acting } = request.caller
  if (!me) {
    const setup = !(await engine.database.read('system', anyAccount))
    return { me: null, setup, demo: setup ? [] : await demoAccounts(engine.database) }
  }
  const home = request.url.split('?')[0] === '/' && engine.queries.has('insight.my-work')
  const today = home ? await runQuery(engine, acting, 'insight.my-work', {}) : null
  const position = await engine.database.read(acting, db => latestPosition(db, me.body.id))
  return { me: { ...me, position }, setup: false, demo: [], ...(today ? { today } : {}) }
}
