import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { anyAccount } from '../features/agencies/index.ts'
import { buildWebIfStale } from './build-web.ts'
import { isLoopback, type ServeOptions } from './config.ts'
import { demoAccounts } from './demo.ts'
import { buildServer } from './http/server.ts'
import { loadSamples } from './seed.ts'
import { openSite, type Site } from './site.ts'

const ROLE_NAMES: Record<string, string> = {
  officer: 'cán bộ',
  head: 'trưởng phòng',
  leader: 'lãnh đạo',
  clerk: 'văn thư',
  administrator: 'quản trị',
  viewer: 'người xem',
  authorised: 'được ủy quyền',
}

/** Starts everything, prints where it listens and with which demo accounts, and stops cleanly on a signal. */
export async function serve(options: ServeOptions): Promise<void> {
  const site = await openSite(options)
  try {
    await buildWebIfStale()
    const isNew = !(await site.engine.database.read('system', anyAccount))
    if (isNew && !options.empty) await loadSamples(site.engine)
    // The planner knows nothing of freshly loaded tables.
    if (isNew) await site.engine.database.pool.query('ANALYZE')
    site.postgres.onExit(sentence => {
      console.error(sentence)
      process.exit(1)
    })
    await refuseOpenDemo(site, options)
    const secure = options.tls !== null || options.behindProxy
    const server = await buildServer(site.engine, { secure, behindProxy: options.behindProxy, tls: options.tls })
    await server.listen({ host: options.host, port: options.port })
    await site.engine.jobs.startClock()
    stopOnSignal(async () => {
      await server.close()
      await site.stop()
    })
    const { port } = server.server.address() as AddressInfo
    const host = options.host.includes(':') ? `[${options.host}]` : options.host
    if (!options.mail.smtpUrl)
      console.log(`Chưa có SMTP_URL: thư nhắc việc được ghi thành tệp trong ${join(options.dataDir, 'mail')}.`)
    await welcome(site, `${options.tls ? 'https' : 'http'}://${host}:${port}`)
  } catch (error) {
    await site.stop()
    throw error
  }
}

async function refuseOpenDemo(site: Site, options: ServeOptions): Promise<void> {
  if (isLoopback(options.host) && !options.behindProxy) return
  if ((await demoAccounts(site.engine.database)).length === 0) return
  throw new Error(
    'Còn tài khoản dùng thử nên chưa mở ra ngoài máy này được. Chạy lại với thư mục dữ liệu mới và --empty, hoặc khóa các tài khoản dùng thử.',
  )
}

async function welcome(site: Site, address: string): Promise<void> {
  for (const note of site.postgres.notes) console.log(note)
  console.log(`\nphoihop đang chạy tại ${address}`)
  const accounts = await demoAccounts(site.engine.database)
  if (accounts.length > 0) console.log(`\nTài khoản dùng thử (mật khẩu chung: ${accounts[0]!.password})`)
  for (const account of accounts) {
    const roles = account.roles.map(role => ROLE_NAMES[role] ?? role).join(', ')
    console.log(`  ${account.username.padEnd(16)} ${roles.padEnd(22)} ${account.post} · ${account.body}`)
  }
  if (!(await site.engine.database.read('system', anyAccount)))
    console.log('Chưa có tài khoản nào: mở địa chỉ trên để lập người quản trị đầu tiên.')
  console.log('\nBấm Ctrl C để dừng.')
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  const end = () => {
    if (stopping) return
    stopping = true
    stop().then(
      () => process.exit(0),
      error => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
}
