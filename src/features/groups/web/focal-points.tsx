import { useState } from 'react'
import { Button } from '../../../ui/components/button.tsx'
import { Mark } from '../../../ui/components/mark.tsx'
import { t } from '../../../ui/messages/index.ts'
import { AssignDialog } from '../../agencies/web/responsible.tsx'
import { FocalDialog } from './focal-dialog.tsx'
import { daysText } from './group-words.ts'
import type { FocalPoint, GroupsAnswer, Party } from './types.ts'

/** Each side's unit with the official behind it, the deputy and how the office is reached. */
export function FocalPoints({ answer }: { answer: GroupsAnswer }) {
  const [open, setOpen] = useState<FocalPoint | 'new' | null>(null)
  return (
    <section className="card padded stack" aria-labelledby="focal-points">
      <div className="page-head">
        <h2 id="focal-points">{t('groups.focal-points')}</h2>
        {answer.can.work && (
          <Button className="no-print" onClick={() => setOpen('new')}>
            {t('groups.name-focal')}
          </Button>
        )}
      </div>
      {answer.printed.length > 0 && (
        <p className="quiet small">{t('groups.printed-units', { units: answer.printed.join('; ') })}</p>
      )}
      <div className="focal-sides">
        {answer.parties.map(party => (
          <Side key={party.bodyId} answer={answer} party={party} onChange={setOpen} />
        ))}
      </div>
      {open && <FocalDialog answer={answer} old={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </section>
  )
}

type SideProps = { answer: GroupsAnswer; party: Party; onChange: (point: FocalPoint) => void }

function Side({ answer, party, onChange }: SideProps) {
  const points = answer.focalPoints.filter(point => point.bodyId === party.bodyId)
  return (
    <div className="stack">
      <h3>
        <Mark position={party.position} duty="lead" name={party.shortName} />
      </h3>
      {points.length === 0 && (
        <p className="quiet">{t(party.bodyId === answer.own ? 'groups.no-focal-ours' : 'groups.no-focal-theirs')}</p>
      )}
      {points.map(point => (
        <Point key={point.id} point={point} today={answer.today} onChange={() => onChange(point)} />
      ))}
    </div>
  )
}

function Point({ point, today, onChange }: { point: FocalPoint; today: string; onChange: () => void }) {
  const empty = !(point.toOn !== null && point.toOn < today) && point.over?.holder === true
  const [passing, setPassing] = useState(false)
  const ended = point.toOn !== null && point.toOn < today
  const named = (name: string, post: string) => (post ? `${name}, ${post}` : name)
  return (
    <div className={ended ? 'focal-point quiet' : 'focal-point'}>
      <b>{point.unit}</b>
      <dl>
        <dt>{t('groups.holder')}</dt>
        <dd>
          {empty ? (
            <>
              <span className="late">{t('groups.empty')}</span>{' '}
              <span className="quiet small">{t('groups.left', { name: named(point.holder, point.holderPost) })}</span>
            </>
          ) : (
            named(point.holder, point.holderPost)
          )}
        </dd>
        <dt>{t(empty ? 'groups.stands-in' : 'groups.deputy')}</dt>
        <dd>
          {named(point.deputy, point.deputyPost)}
          {!ended && point.over?.deputy && <span className="late"> {t('groups.deputy-left')}</span>}
        </dd>
        {(point.phone || point.email) && (
          <>
            <dt>{t('groups.contact')}</dt>
            <dd>
              {point.phone && <a href={`tel:${point.phone.replace(/[^+\d]/g, '')}`}>{point.phone}</a>}
              {point.phone && point.email && ' · '}
              {point.email && <a href={`mailto:${point.email}`}>{point.email}</a>}
            </dd>
          </>
        )}
      </dl>
      <p className="quiet small">{daysText(point)}</p>
      {point.mayChange && (
        <div className="row no-print">
          <Button look="plain" onClick={onChange} aria-label={t('groups.change-one', { name: point.unit })}>
            {t('groups.change')}
          </Button>
          {!ended && point.mayPass && (
            <Button
              look={empty ? 'main' : 'plain'}
              onClick={() => setPassing(true)}
              aria-label={t('groups.pass-one', { name: point.unit })}
            >
              {t('groups.pass')}
            </Button>
          )}
        </div>
      )}
      {passing && (
        <AssignDialog
          subjects={[{ kind: 'focal-point', id: point.id, command: 'groups.hand-over' }]}
          title={t('groups.pass-why', { name: point.unit })}
          onClose={() => setPassing(false)}
        />
      )}
    </div>
  )
}
