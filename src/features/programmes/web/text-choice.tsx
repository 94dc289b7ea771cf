import { printDate } from '../../../kernel/dates.ts'
import { Go, useAddressWord } from '../../../ui/components/address.tsx'
import { ButtonLink, DownloadLink } from '../../../ui/components/button.tsx'
import { SelectField } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Programme } from './programme-page.tsx'

export const ORIGINAL = 'goc'

/** Which text of the programme is shown: the signed one, or as it stands on a day. Lives in the address as ?ngay. */
export function TextChoice({ programme }: { programme: Programme }) {
  const [, setDay] = useAddressWord('ngay')
  const { days, on, id } = programme
  const inForce = days.findLast(day => on !== null && day.on <= on)
  const chosen = on === null || !inForce ? ORIGINAL : inForce.on
  const choices = [
    { value: ORIGINAL, label: t('amendments.text-original') },
    ...days.map(day => ({ value: day.on, label: t('amendments.text-on', { day: day.on, number: day.number }) })),
  ]
  return (
    <>
      {days.length > 0 && (
        <SelectField label={t('amendments.text-choice')} empty={null} value={chosen} onChange={setDay} choices={choices} />
      )}
      {chosen !== ORIGINAL && inForce && (
        <DownloadLink href={`/api/exports/consolidated/${inForce.id}.pdf`}>{t('amendments.consolidated-pdf')}</DownloadLink>
      )}
      <ButtonLink to={`/chuong-trinh/${id}/doi-chieu`}>{t('renewal.open')}</ButtonLink>
      <ButtonLink to={`/chuong-trinh/${id}/cap-tren`}>{t('cascade.mapping')}</ButtonLink>
      <ButtonLink to={`/chuong-trinh/${id}/giai-doan-sau`}>{t('renewal.next')}</ButtonLink>
      <ButtonLink to={`/chuong-trinh/${id}/ket-thuc`}>{t('renewal.endings')}</ButtonLink>
      <ButtonLink to={`/chuong-trinh/${id}/dieu-chinh`}>{t('amendments.title')}</ButtonLink>
    </>
  )
}

/** Says which text is shown, where there is more than one, and what the programme goes on with. */
export function TextNote({ programme: { on, days, neighbours, ended } }: { programme: Programme }) {
  const amended = on !== null && days.some(day => day.on <= on)
  return (
    <>
      {ended && <EndedNote ended={ended} />}
      {days.length > 0 && (
        <p className="message paper-which">
          {amended ? t('amendments.text-day-note', { day: on }) : t('amendments.text-original-note', { count: days.length })}
        </p>
      )}
      {neighbours.earlier.map(one => (
        <p className="message" key={one.id}>
          {t('renewal.goes-on-with')} <Go to={`/chuong-trinh/${one.id}`}>{one.number ?? one.title}</Go>
        </p>
      ))}
      {neighbours.later.map(one => (
        <p className="message" key={one.id}>
          {t('renewal.followed-by')} <Go to={`/chuong-trinh/${one.id}`}>{one.number ?? one.title}</Go>
        </p>
      ))}
    </>
  )
}

/** By which paper the programme is no more in force, and where it goes on. */
function EndedNote({ ended: { effectiveOn, into, intoId, paperNumber: number } }: { ended: NonNullable<Programme['ended']> }) {
  const day = printDate(effectiveOn)
  if (into === null) return <p className="message">{t('programmes.ended-note', { day, number })}</p>
  return (
    <p className="message">
      {t('programmes.merged-note', { into, day, number })} <Go to={`/chuong-trinh/${intoId}`}>{t('programmes.merged-open')}</Go>
    </p>
  )
}

/** The notes of a consolidated text, each leading back to its clause and on to its paper. */
export function TextNotes({ programme }: { programme: Programme }) {
  const { id, notes } = programme
  if (notes.length === 0) return null
  return (
    <section className="paper-notes" aria-label={t('amendments.notes')}>
      <ol className="plain-list">
        {notes.map(note => (
          <li key={note.path} id={`ghi-chu-${note.number}`}>
            <a href={`#${encodeURIComponent(note.path)}`} aria-label={`${t('amendments.note-back')}: ${note.number}`}>
              [{note.number}]
            </a>{' '}
            {note.text}{' '}
            <a className="no-print" href={`/chuong-trinh/${id}/dieu-chinh/${note.amendmentId}`}>
              {t('amendments.note-open')}
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What the address asks for, as the query takes it: a day, the original, or nothing. */
export const askedDay = (word: string): { on?: string } =>
  word === ORIGINAL ? { on: 'original' } : /^\d{4}-\d{2}-\d{2}$/.test(word) && !Number.isNaN(Date.parse(word)) ? { on: word } : {}
