import './activities.css'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { usePathPart } from '../../../ui/components/address.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../ui/components/places.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import { Posted } from '../../post/web/posted.tsx'
import { type Programme, type Version, VersionLines } from './kind-card.tsx'
import { KindContent } from './kind-content.tsx'
import type { OwnKinds } from './kinds-page.tsx'

const versionsIn = (programme: Programme): Version[] => programme.kinds.flatMap(kind => kind.versions)

/** One proposed kind of work: what goes by post about it, and what came back. */
export default function KindPage() {
  const id = usePathPart('id')
  const found = useAnswer<OwnKinds>('activities.own-kinds', {})
  const programme = found.data?.programmes.find(one => versionsIn(one).some(version => version.id === id))
  const version = programme && versionsIn(programme).find(one => one.id === id)
  if (programme && version) return <Shown programme={programme} version={version} />
  return (
    <Page title={t('kinds.title')}>
      <Answered of={found}>{() => <EmptyPlace title={t('kinds.gone')} />}</Answered>
    </Page>
  )
}

function Shown({ programme, version }: { programme: Programme; version: Version }) {
  const above = (
    <ThreadBar
      steps={[
        { label: programme.number ?? programme.title, to: `/chuong-trinh/${programme.id}` },
        { label: t('kinds.title'), to: '/hoat-dong/loai-viec' },
        { label: version.name, current: true },
      ]}
    />
  )
  return (
    <Posted
      subject={{ kind: 'own-kind', id: version.id }}
      title={version.name}
      above={above}
      content={<Said version={version} />}
    >
      {panel => (
        <Page title={version.name} above={above}>
          <section className="card padded stack">
            <VersionLines one={version} programme={programme} alone />
          </section>
          {panel}
        </Page>
      )}
    </Posted>
  )
}

/** What stands behind the letter. */
const Said = ({ version }: { version: Version }) => (
  <>
    <p>{version.explanation}</p>
    {version.closing ? <p>{t('kinds.closing')}</p> : <KindContent {...version} />}
    <p>{t('kinds.reason', { reason: version.reason })}</p>
  </>
)
