import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

export const root = join(import.meta.dirname, '../..')
export const migrationsDir = join(import.meta.dirname, 'migrations')

export type ServeOptions = {
  dataDir: string
  host: string
  port: number
  empty: boolean
  behindProxy: boolean
  tls: { cert: string; key: string } | null
  databaseUrl: string | null
  mail: MailOptions
  /** TIMESTAMP_URL: the time-stamp server (RFC 3161); null where none is set. */
  timestamps: string | null
}

/** `smtpUrl` null: letters are written to the folder `mail` of the data. `siteUrl` stands in their links. */
export type MailOptions = { smtpUrl: string | null; from: string; siteUrl: string }

/** Reads the options of `phoihop serve`. Throws with one Vietnamese sentence where they cannot stand together. */
export function parseServeOptions(args: string[], env: NodeJS.ProcessEnv): ServeOptions {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string', default: './data' },
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string', default: '8080' },
      empty: { type: 'boolean', default: false },
      'behind-proxy': { type: 'boolean', default: false },
      'tls-cert': { type: 'string' },
      'tls-key': { type: 'string' },
    },
  })
  const tls = values['tls-cert'] && values['tls-key'] ? { cert: values['tls-cert'], key: values['tls-key'] } : null
  const behindProxy = values['behind-proxy']
  if (!isLoopback(values.host) && !tls && !behindProxy)
    throw new Error(
      'Muốn mở ra ngoài máy này (--host) phải có --tls-cert và --tls-key, hoặc --behind-proxy khi đứng sau máy chủ trung gian có HTTPS.',
    )
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('Cổng (--port) phải là số từ 0 đến 65535.')
  const dataDir = resolve(values.data)
  const mail = parseMailOptions(env, `${tls ? 'https' : 'http'}://${hostInUrl(values.host)}:${port}`)
  const databaseUrl = env['DATABASE_URL'] || null
  return {
    dataDir,
    host: values.host,
    port,
    empty: values.empty,
    behindProxy,
    tls,
    databaseUrl,
    mail,
    timestamps: parseTimestamps(env),
  }
}

function parseTimestamps(env: NodeJS.ProcessEnv): string | null {
  const address = env['TIMESTAMP_URL'] || null
  if (address && !/^https?:$/.test(URL.parse(address)?.protocol ?? ''))
    throw new Error('TIMESTAMP_URL phải là địa chỉ máy chủ cấp dấu thời gian, ví dụ: http://tsa.example/tsr')
  return address
}

/** SMTP_URL, MAIL_FROM and PHOIHOP_URL; `listening` is the address where none is given. */
export function parseMailOptions(env: NodeJS.ProcessEnv, listening: string): MailOptions {
  const [smtpUrl, siteUrl] = [env['SMTP_URL'] || null, (env['PHOIHOP_URL'] || listening).replace(/\/+$/, '')]
  if (!/^https?:$/.test(URL.parse(siteUrl)?.protocol ?? ''))
    throw new Error('PHOIHOP_URL phải là địa chỉ mở phần mềm, ví dụ: https://phoihop.sonha.example')
  if (smtpUrl && !/^smtps?:$/.test(URL.parse(smtpUrl)?.protocol ?? ''))
    throw new Error('SMTP_URL phải bắt đầu bằng smtp:// hoặc smtps://, ví dụ: smtps://tai-khoan:mat-khau@thu.sonha.example:465')
  const { hostname } = new URL(siteUrl)
  const from = env['MAIL_FROM'] || `phoihop@${isIP(hostname.replace(/[[\]]/g, '')) ? 'localhost' : hostname}`
  return { smtpUrl, from, siteUrl }
}

const hostInUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host)

export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.')
