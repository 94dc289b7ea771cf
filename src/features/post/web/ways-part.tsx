import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { me } from '../../../ui/client/boot.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Mark } from '../../../ui/components/mark.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { REFRESH, type WaysAnswer } from './types.ts'

/** How each party of a programme takes part; the own leader can change the own way. */
export function WaysPart({ programmeId }: { programmeId: string }) {
  const found = useAnswer<WaysAnswer>('post.ways', { programmeId })
  const [choosing, setChoosing] = useState(false)
  if (!found.data) return null
  const { parties, can, today } = found.data
  const own = parties.find(party => party.bodyId === me().body.id)
  const other = own?.way === 'online' ? 'by-post' : 'online'
  return (
    <details className="card padded no-print">
      <summary>
        {t('post.ways')}
        {parties.some(party => party.way === 'by-post') &&
          `: ${parties
            .filter(party => party.way === 'by-post')
            .map(party => t('post.panel-of', { name: party.shortName }))
            .join('; ')}`}
      </summary>
      <div className="stack">
        <p className="quiet small">{t('post.ways-help')}</p>
        <ul className="lines">
          {parties.map(party => (
            <li key={party.bodyId} className="row">
              <Mark position={party.position} duty="support" name={party.shortName} />
              <span>{t(`post.way-${party.way}`)}</span>
              <span className="quiet small">
                {party.chosen.map(one => `${t(`post.way-${one.way}`)} ${t('post.way-since', { day: one.since })}`).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
        <Go to="/ghi-thay">{t('post.recorded-title')}</Go>
        {own && can.choose === null && (
          <div className="row">
            <Button onClick={() => setChoosing(true)}>{t(`post.choose-${other}`)}</Button>
          </div>
        )}
      </div>
      {choosing && <ChooseForm programmeId={programmeId} way={other} today={today} onClose={() => setChoosing(false)} />}
    </details>
  )
}

type ChooseFormProps = { programmeId: string; way: 'online' | 'by-post'; today: string; onClose: () => void }

function ChooseForm({ programmeId, way, today, onClose }: ChooseFormProps) {
  const [since, setSince] = useState<string | null>(today)
  const choosing = useCommand('post.choose-way', { refresh: REFRESH })
  const choose = async () => {
    if (!since || !(await choosing.send({ choiceId: newId(), programmeId, way, since }))) return
    tell(t('post.chosen'))
    onClose()
  }
  return (
    <Dialog title={t('post.choose-title')} onClose={onClose}>
      <p>{t(`post.choose-${way}-why`)}</p>
      <Form onSubmit={() => void choose()} submit={t(`post.choose-${way}`)} busy={choosing.state === 'sending'}>
        <DateField label={t('post.since')} required value={since} onChange={setSince} min={today} />
        <Problem of={choosing} />
      </Form>
    </Dialog>
  )
}
