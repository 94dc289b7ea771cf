import { readFile as readBytes, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { readProgramme } from '../features/programmes/index.ts'
import { readFile } from '../formats/read-file.ts'
import { readScan } from '../formats/scan/source-of-scan.ts'
import { MAX_FILE_BYTES, type Source, Unreadable } from '../formats/source.ts'
import { files } from '../ui/messages/vi/files.ts'

const UNREADABLE = 2

/** `phoihop import FILE --json`: prints the reading as JSON; exit code 2 and one sentence on standard error where it is no document. */
export async function importFile(args: string[]): Promise<void> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean', default: true } } })
  const [path] = positionals
  if (!path || positionals.length > 1) return fail('Cho biết một tệp cần đọc: phoihop import TỆP --json')
  const about = await stat(path).catch(() => null)
  if (!about?.isFile()) return fail(`Không mở được tệp ${path}.`)
  if (about.size > MAX_FILE_BYTES) return fail(files['file.too-large'])
  try {
    const bytes = await readBytes(path)
    const source = await read(basename(path), new Uint8Array(bytes))
    process.stdout.write(`${JSON.stringify(readProgramme(source), null, 2)}\n`)
  } catch (error) {
    fail(error instanceof Unreadable ? files[`file.${error.code}`] : files['file.corrupt'])
  }
}

/** A scan is read page by page; how far it is stands on standard error. */
async function read(name: string, bytes: Uint8Array): Promise<Source> {
  try {
    return await readFile({ name, bytes })
  } catch (error) {
    if (!(error instanceof Unreadable && error.code === 'scan')) throw error
    const told = (done: number, total: number) => console.error(`trang ${done}/${total}`)
    return (await readScan(bytes, told)).source
  }
}

function fail(sentence: string): void {
  console.error(sentence)
  process.exitCode = UNREADABLE
}
