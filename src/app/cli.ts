import { parseServeOptions } from './config.ts'

const USAGE = `Cách dùng:
  phoihop serve [--data THƯ_MỤC] [--port 8080] [--empty] [--host ĐỊA_CHỈ --tls-cert TỆP --tls-key TỆP | --behind-proxy]
  phoihop import TỆP --json
  phoihop verify TỆP.pdf [--json] [--trust TỆP_HOẶC_THƯ_MỤC_CHỨNG_THƯ]
  phoihop sign TỆP.pdf --key KHOÁ.p12 --out TỆP_ĐÃ_KÝ.pdf [--reason LÝ_DO] [--timestamps ĐỊA_CHỈ]
  phoihop backup TỆP [--data THƯ_MỤC]
  phoihop restore TỆP [--data THƯ_MỤC]`

type Verb = (args: string[]) => Promise<void>

const verbs: Record<string, Verb> = {
  import: async args => (await import('./import-file.ts')).importFile(args),
  verify: async args => (await import('./verify-file.ts')).verifyFile(args),
  sign: async args => (await import('./sign-file.ts')).signFile(args),
  backup: async args => (await import('./archive.ts')).backup(args),
  restore: async args => (await import('./archive.ts')).restore(args),
  serve: async args => (await import('./serve.ts')).serve(parseServeOptions(args, process.env)),
}

const [verb = 'serve', ...args] = process.argv.slice(2)
const run = verbs[verb]
if (run) {
  run(args).catch((error: Error) => {
    console.error(process.env['PHOIHOP_DEBUG'] ? error : error.message)
    process.exit(1)
  })
} else {
  console.error(USAGE)
  process.exitCode = verb === 'help' || verb === '--help' ? 0 : 1
}
