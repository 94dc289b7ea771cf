// The server restarted by Node when its sources change, the browser part built anew by Vite. Run: npm run dev
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './config.ts'

const start = (args: string[]) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })
const children = [
  start([join(root, 'node_modules/vite/bin/vite.js'), 'build', '--watch', '--logLevel', 'warn']),
  start(['--watch-path=src', '--watch-preserve-output', join(root, 'src/app/cli.ts'), 'serve', ...process.argv.slice(2)]),
]
const stop = () => {
  for (const child of children) child.kill('SIGTERM')
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
