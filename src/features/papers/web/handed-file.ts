import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import type { UploadedFile } from '../../../ui/client/upload.ts'
import { useAddressWord } from '../../../ui/components/address.tsx'
import { useReading } from './reading-part.tsx'

type Known = { id: string; fileId: string | null; fileName: string | null }

/**
 * The file of a paper that came in: the one that was just handed in, else the one whose reading the address names (`?doc=`). It stands
 * as soon as it is uploaded, whatever becomes of its reading; `awaited` while nothing but the address is known of it.
 */
export function useHandedFile() {
  const [readingId, setReadingId] = useAddressWord('doc')
  const [handed, setHanded] = useState<Known | null>(null)
  const reading = useReading(readingId)
  const read = useCommand<object>('papers.read-file')
  const take = async ({ fileId, name }: UploadedFile) => {
    const id = newId()
    setHanded({ id, fileId, fileName: name })
    if (await read.send({ readingId: id, fileId })) setReadingId(id)
  }
  const leave = () => {
    setHanded(null)
    setReadingId('')
  }
  // What the site answers of the same file counts: one with a mark of secrecy is there no more.
  const answered = handed === null || reading.data?.id === handed.id
  const file: Known | null = (answered ? reading.data : handed) ?? null
  const begun = readingId !== '' && (handed === null || handed.id === readingId)
  return { file, awaited: begun && file === null, begun, reading, read, take, leave }
}
