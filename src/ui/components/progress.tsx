import { t } from '../messages/index.ts'

/** Long work with its numbers: "trang 3/15". Read aloud as it goes on. */
export function Progress({
  done,
  total,
  unit = t('part.page'),
  label,
}: {
  done: number
  total: number
  unit?: string
  label: string
}) {
  return (
    <div className="progress">
      <span>{label}</span>
      <progress value={done} max={total} aria-label={label} />
      <output className="quiet small">{t('part.progress', { unit, done, total })}</output>
    </div>
  )
}
