import { spawn } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './config.ts'

/** Builds the browser part where it is missing or older than its sources. */
export async function buildWebIfStale(): Promise<void> {
  const built = await stat(join(root, 'dist/web/index.html')).catch(() => null)
  if (built && built.mtimeMs >= (await newestSource())) return
  console.log('Đang dựng phần trình duyệt (chỉ lần đầu hoặc sau khi mã nguồn đổi)…')
  await run([join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'])
}

async function newestSource(): Promise<number> {
  const names = await readdir(join(root, 'src'), { recursive: true })
  const wanted = names.filter(name => /\.(tsx?|css|html)$/.test(name) && !name.endsWith('.test.ts'))
  const files = [...wanted.map(name => join(root, 'src', name)), join(root, 'vite.config.ts'), join(root, 'package-lock.json')]
  const times = await Promise.all(files.map(async file => (await stat(file)).mtimeMs))
  return Math.max(...times)
}

function run(args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    // A test run's NODE_ENV would put React's development build into the page.
    const env = { ...process.env, NODE_ENV: 'production' }
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env })
    child.on('error', reject)
    child.on('exit', code =>
      code === 0 ? resolve() : reject(new Error('Chưa dựng được phần trình duyệt; xem thông báo phía trên.')),
    )
  })
}
