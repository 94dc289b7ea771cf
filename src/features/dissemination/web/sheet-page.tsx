import { longDate, printDate } from '../../../kernel/dates.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { usePathPart } from '../../../ui/components/address.tsx'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { Letterhead } from '../../../ui/components/letterhead.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import './dissemination.css'
import type { OneAnswer } from './types.ts'

/** The sheet of one A4 page for those without an account: what to read, by when, where it is. */
export default function SheetPage() {
  const disseminationId = usePathPart('id')
  const found = useAnswer<OneAnswer>('dissemination.one', { disseminationId })
  return (
    <Page
      title={t('dissemination.sheet-title')}
      actions={
        <>
          <ButtonLink to={`/quan-triet/${disseminationId}`}>{t('dissemination.back')}</ButtonLink>
          <Button look="main" onClick={() => print()}>
            {t('dissemination.print')}
          </Button>
        </>
      }
    >
      <Answered of={found}>{answer => <Sheet answer={answer} />}</Answered>
    </Page>
  )
}

function Sheet({ answer: { body, dissemination: one, units, whole, today } }: { answer: OneAnswer }) {
  const place = `${body.place}, ${longDate(today)}`
  return (
    <article className="card padded reading-sheet paper-text">
      <Letterhead bodies={[body]} party={body.kind === 'party'} number="" date={place} />
      <h2>{t('dissemination.sheet-head')}</h2>
      <p className="reading-title">{one.title}</p>
      {one.note && (
        <>
          <h3>{t('dissemination.sheet-what')}</h3>
          <p className="reading-note">{one.note}</p>
        </>
      )}
      <h3>{t('dissemination.sheet-who')}</h3>
      <p>{whole ? t('dissemination.whole') : units.map(unit => unit.name).join('; ')}</p>
      <h3>{t('dissemination.sheet-when')}</h3>
      <p>{t('dissemination.sheet-until', { day: printDate(one.dueOn) })}</p>
      <h3>{t('dissemination.sheet-where')}</h3>
      <p>{t('dissemination.sheet-ask')}</p>
      <p className="reading-address">{`${location.origin}${one.address}`}</p>
    </article>
  )
}
