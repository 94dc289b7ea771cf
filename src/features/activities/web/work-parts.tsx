import { PartLinks } from '../../../ui/components/part-links.tsx'
import { t } from '../../../ui/messages/index.ts'

/** What lies beside the register of activities: what runs for years, and what official reports say of the outcome. */
export const WorkParts = ({ open }: { open: string }) => (
  <PartLinks
    label={t('activities.title')}
    open={open}
    parts={[
      { to: '/hoat-dong', name: t('activities.title') },
      { to: '/hoat-dong/phong-trao', name: t('movements.part') },
      { to: '/hoat-dong/chi-so', name: t('outcomes.title') },
      { to: '/hoat-dong/loai-viec', name: t('kinds.title') },
    ]}
  />
)
