import { useState } from 'react'
import { printDate } from '../../../kernel/dates.ts'
import { capital } from '../../../kernel/vietnamese.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { useAddressWord } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { Answered, EmptyPlace } from '../../../ui/components/places.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import { AREA_CLASSES } from '../places/areas.ts'
import type { Place } from '../places/contract.ts'
import type { areas, places } from '../places/queries.ts'
import { bareName, inTreeOrder, matchesPlace } from '../places/rules.ts'
import { AreasLoad } from './areas-load.tsx'
import { MappingLoad } from './mapping-load.tsx'
import { PlaceDialog } from './place-dialog.tsx'
import { PlacesLoad } from './places-load.tsx'

type Places = AnswerOf<typeof places>
type Open = { what: 'place'; place: Place | null } | { what: 'load' } | { what: 'map' } | { what: 'classes' } | null

type Given = AnswerOf<typeof areas>['areas'][number]
type Classes = ReadonlyMap<string, readonly Given[]>

/** Each class with the decision that gave it. */
const GivenClasses = ({ given }: { given: readonly Given[] }) =>
  given.map(one => (
    <div key={one.id}>
      {AREA_CLASSES[one.class]}
      <span className="quiet small"> · {t('places.by-decision', one.decision)}</span>
    </div>
  ))

const days = ({ validFrom, validTo }: Place) => {
  if (validTo) return t('places.until', { day: printDate(validTo) })
  return validFrom ? t('places.since', { day: printDate(validFrom) }) : ''
}

function columnsFor(mayKeep: boolean, classes: Classes, onChange: (place: Place) => void): Column<Place>[] {
  const columns: Column<Place>[] = [
    {
      key: 'name',
      title: t('places.name'),
      sort: place => bareName(place.kind, place.name),
      cell: place => capital(place.name),
    },
    { key: 'parent', title: t('places.parent'), sort: place => place.parentName ?? '', cell: place => place.parentName },
    { key: 'code', title: t('places.code'), sort: place => place.code ?? '', cell: place => place.code },
    { key: 'class', title: t('places.class'), cell: place => <GivenClasses given={classes.get(place.id) ?? []} /> },
    { key: 'days', title: t('places.days'), sort: place => place.validFrom ?? '', cell: days },
  ]
  if (mayKeep)
    columns.push({
      key: 'change',
      title: t('agencies.manage'),
      cell: place => (
        <Button look="plain" onClick={() => onChange(place)} aria-label={t('places.change-of', { name: place.name })}>
          {t('places.change')}
        </Button>
      ),
    })
  return columns
}

/** Communes and villages of the site: searched by everybody, kept by administrators. */
export function PlacesPart() {
  const [ended, setEnded] = useAddressWord('het-hieu-luc')
  const found = useAnswer<Places>('agencies.places', ended ? { ended: true } : {}, { keepPrevious: true })
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  return (
    <Answered of={found}>
      {({ places: all, can }) => (
        <>
          {all.length === 0 && <Nothing mayKeep={can.keep} onLoad={() => setOpen({ what: 'load' })} />}
          {can.keep && (
            <div className="row no-print">
              <Button look="main" onClick={() => setOpen({ what: 'load' })}>
                {t('places.load')}
              </Button>
              <Button onClick={() => setOpen({ what: 'map' })}>{t('places.map')}</Button>
              <Button onClick={() => setOpen({ what: 'classes' })}>{t('places.load-classes')}</Button>
              <Button onClick={() => setOpen({ what: 'place', place: null })}>{t('places.add')}</Button>
            </div>
          )}
          {all.length > 0 && (
            <Listed places={all} mayKeep={can.keep} onChange={place => setOpen({ what: 'place', place })}>
              <label className="choice">
                <input type="checkbox" checked={ended !== ''} onChange={event => setEnded(event.target.checked ? 'co' : '')} />
                {t('places.with-ended')}
              </label>
            </Listed>
          )}
          {open?.what === 'place' && <PlaceDialog place={open.place} onClose={close} />}
          {open?.what === 'classes' && <AreasLoad standing={all} onClose={close} />}
          {open?.what === 'map' && <MappingLoad onClose={close} />}
          {open?.what === 'load' && <PlacesLoad standing={all} onClose={close} />}
        </>
      )}
    </Answered>
  )
}

const Nothing = ({ mayKeep, onLoad }: { mayKeep: boolean; onLoad: () => void }) => (
  <EmptyPlace
    title={t('places.empty-title')}
    help={mayKeep ? t('places.empty-help') : t('places.empty-ask')}
    action={
      mayKeep && (
        <Button look="main" onClick={onLoad}>
          {t('places.load')}
        </Button>
      )
    }
  />
)

type ListedProps = { places: Place[]; mayKeep: boolean; onChange: (place: Place) => void; children: React.ReactNode }

function Listed({ places: all, mayKeep, onChange, children }: ListedProps) {
  const [sought, setSought] = useAddressWord('tim')
  const found = useAnswer<AnswerOf<typeof areas>>('agencies.areas', {})
  const classes: Classes = Map.groupBy(found.data?.areas ?? [], one => one.placeId)
  const shown = inTreeOrder(all).filter(place => matchesPlace(place, sought))
  return (
    <>
      <div className="row no-print">
        <input
          className="box"
          type="search"
          aria-label={t('places.find')}
          placeholder={t('places.find')}
          value={sought}
          onChange={event => setSought(event.target.value)}
        />
        {children}
      </div>
      <Table
        caption={t('places.title')}
        columns={columnsFor(mayKeep, classes, onChange)}
        rows={shown}
        keyOf={place => place.id}
      />
    </>
  )
}
