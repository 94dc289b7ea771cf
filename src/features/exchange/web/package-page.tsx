import { citeClause } from '../../../kernel/cite-clause.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { useAddressWord, usePathPart } from '../../../ui/components/address.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import { Posted } from '../../post/web/posted.tsx'
import './exchange.css'
import { PackageActions } from './package-actions.tsx'
import { PackageClearance } from './package-clearance.tsx'
import { PackageContent } from './package-content.tsx'
import { PackageEditor } from './package-editor.tsx'
import { PackageStanding, titleOf } from './package-standing.tsx'
import { SendingView } from './sending-view.tsx'
import type { PackageAnswer } from './types.ts'

/** One package of information. `?xem=gui` shows exactly what will leave. */
export default function PackagePage() {
  const packageId = usePathPart('packageId')
  const answer = useAnswer<PackageAnswer>('exchange.package', { packageId })
  const [view, setView] = useAddressWord('xem')
  if (!answer.data) {
    return (
      <Page title={t('exchange.title')}>
        <Answered of={answer}>{() => null}</Answered>
      </Page>
    )
  }
  if (view === 'gui' && answer.data.can.send === null) return <SendingView answer={answer.data} onBack={() => setView('')} />
  return <PackageView answer={answer.data} onSend={() => setView('gui')} />
}

function PackageView({ answer, onSend }: { answer: PackageAnswer; onSend: () => void }) {
  const { package: found, content, can } = answer
  const title = titleOf(found.label)
  const clause = `/chuong-trinh/${found.programmeId}#${encodeURIComponent(content.clausePath)}`
  const steps = [
    { label: t('exchange.programme'), to: `/chuong-trinh/${found.programmeId}` },
    { label: citeClause(content.clausePath), to: clause },
    { label: t('exchange.title'), to: `/trao-doi?chuong-trinh=${found.programmeId}&nam=${found.year}` },
    { label: title, current: true },
  ]
  const subject = { kind: 'package' as const, id: found.id, version: found.version }
  const above = <ThreadBar steps={steps} />
  return (
    <Posted subject={subject} title={title} above={above} content={<PackageContent content={content} />}>
      {panel => (
        <Page title={title} above={above} actions={<PackageActions answer={answer} onSend={onSend} />}>
          <PackageStanding answer={answer} />
          <PackageClearance answer={answer} />
          {panel}
          {can.change === null && <PackageEditor key={found.version} answer={answer} />}
          <section className="card padded" aria-labelledby="package-content">
            <h2 id="package-content">{t('exchange.preview')}</h2>
            <PackageContent content={content} byPaper={found.paper !== null} />
          </section>
        </Page>
      )}
    </Posted>
  )
}
