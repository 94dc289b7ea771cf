import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { root } from '../../src/app/config.ts'
import { MAX_FILE_BYTES } from '../../src/formats/source.ts'
import { files as sentences } from '../../src/ui/messages/vi/files.ts'
import { docxBomb, lockedPdf, programmeText, toDocx } from '../harness/samples-files.ts'

type Bytes = Uint8Array | string
const run = promisify(execFile)
type Ended = { code: number; stdout: string; stderr: string }

const onCommandLine = async (name: string, bytes: Bytes): Promise<Ended> => {
  const folder = await mkdtemp(join(tmpdir(), 'phoihop-import-'))
  const path = join(folder, name)
  await writeFile(path, bytes)
  const args = [join(root, 'bin/phoihop.mjs'), 'import', path, '--json']
  const ended = await run(process.execPath, args, { maxBuffer: MAX_FILE_BYTES }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: Ended) => ({ code: error.code, stdout: error.stdout, stderr: error.stderr }),
  )
  await rm(folder, { recursive: true })
  return ended
}

describe('phoihop import on the command line', () => {
  it('prints the reading as JSON, and nothing else', async () => {
    const { code, stdout, stderr } = await onCommandLine('chuong-trinh.docx', toDocx(programmeText()))
    expect([code, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout).clauses).toHaveLength(41)
  })

  it('says in one sentence why a file is not taken, and prints nothing', async () => {
    const cases: [keyof typeof sentences, string, () => Bytes][] = [
      ['file.no-clauses', 'thu.txt', () => 'Kính gửi các đồng chí.\n'],
      ['file.password', 'khoa.pdf', lockedPdf],
      ['file.bomb', 'bom.docx', docxBomb],
      ['file.too-large', 'lon.txt', () => Buffer.alloc(MAX_FILE_BYTES + 1, ' ')],
      ['file.state-secret', 'mat.txt', () => programmeText('TỐI MẬT')],
    ]
    for (const pair of [cases.slice(0, 3), cases.slice(3)])
      await Promise.all(
        pair.map(async ([code, name, make]) => {
          const ended = await onCommandLine(name, make())
          expect(ended).toEqual({ code: 2, stdout: '', stderr: `${sentences[code]}\n` })
        }),
      )
  })
})
