import { PartLinks } from '../../../ui/components/part-links.tsx'
import { t } from '../../../ui/messages/index.ts'

/** Cited documents, and the national target programme beside them. */
export const DirectiveParts = ({ open }: { open: string }) => (
  <PartLinks
    label={t('directives.title')}
    open={open}
    parts={[
      { to: '/van-ban-chi-dao', name: t('directives.title') },
      { to: '/van-ban-chi-dao/muc-tieu', name: t('directives.elements-title') },
    ]}
  />
)
