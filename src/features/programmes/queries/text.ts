import type { ReadDb } from '../../../engine/db/database.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import { consolidate } from '../amendments/consolidate.ts'
import { originalOf, signedOf } from '../amendments/store.ts'
import { changesText, noteText } from '../amendments/words.ts'

/**
 * The text as it stands on a day, or the original where `on` is null. A clause that an amendment touched carries the number of its
 * note; `notes` stand in the order of the text, `days` are those on which the text changes.
 */
export async function textOfDay(db: ReadDb, programmeId: string, on: IsoDate | null) {
  const [original, signed] = [await originalOf(db, programmeId), await signedOf(db, programmeId)]
  const clauses = on === null ? consolidate(original, [], '') : consolidate(original, signed, on)
  const touched = clauses.filter(clause => clause.by.length > 0)
  const notes = touched.map((clause, at) => {
    const by = signed.filter(one => clause.by.includes(one.id))
    return { number: at + 1, path: clause.path, amendmentId: by.at(-1)!.id, text: noteText(clause.path, by) }
  })
  const numbers = new Map(notes.map(note => [note.path, note.number]))
  return {
    clauses: clauses.map(({ by: _by, ...clause }) => ({ ...clause, note: numbers.get(clause.path) ?? null })),
    notes,
    days: signed.map(({ id, effectiveOn, number, changes }) => ({ id, on: effectiveOn, number, text: changesText(changes) })),
  }
}
