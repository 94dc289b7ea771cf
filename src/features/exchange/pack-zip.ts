import { Zip, ZipPassThrough } from 'fflate'

/** A file of a package: its name within, and where its bytes come from. */
export type ZipPart = { name: string; bytes: AsyncIterable<Uint8Array> }

/**
 * A zip written as it is read, so that large files never stand in memory whole. Nothing is packed tighter:
 * papers, pictures and PDF are so already. Names are UTF-8 (APPNOTE 4.4.4, bit 11).
 */
export async function* packZip(parts: readonly ZipPart[]): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  const taken = function* () {
    yield* ready
    ready = []
  }
  for (const { name, bytes } of parts) {
    const entry = new ZipPassThrough(name)
    zip.add(entry)
    for await (const chunk of bytes) {
      entry.push(chunk)
      yield* taken()
    }
    entry.push(new Uint8Array(), true)
    yield* taken()
  }
  zip.end()
  yield* taken()
}

/** Each name once: a second "bien-ban.pdf" becomes "bien-ban (2).pdf". Signs that a file system refuses become "-". */
export function uniqueNames(names: readonly string[]): string[] {
  const used = new Set<string>()
  return names.map(raw => {
    const name = raw.replace(/[\\/:*?"<>|\p{C}]/gu, '-').replace(/^\.+/, '') || 'tep'
    const dot = name.lastIndexOf('.')
    const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
    let free = name
    for (let nth = 2; used.has(free.toLowerCase()); nth += 1) free = `${stem} (${nth})${ending}`
    used.add(free.toLowerCase())
    return free
  })
}
