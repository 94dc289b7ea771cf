import { t } from '../messages/index.ts'
import { Go } from './address.tsx'

/** A link of the thread; `to` is absent where nothing stands behind it yet. */
export type ThreadStep = { label: string; to?: string | undefined; current?: boolean }

/** From the programme to the report: each step opens, the current one is bold. */
export const ThreadBar = ({ steps }: { steps: readonly ThreadStep[] }) => (
  <nav className="thread" aria-label={t('part.thread')}>
    <ol>
      {steps.map(({ label, to, current }) => (
        <li key={`${label} ${to ?? ''}`}>
          {to && !current ? <Go to={to}>{label}</Go> : <span aria-current={current ? 'page' : undefined}>{label}</span>}
        </li>
      ))}
    </ol>
  </nav>
)
