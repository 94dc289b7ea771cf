import { PartLinks } from '../../../ui/components/part-links.tsx'
import { t } from '../../../ui/messages/index.ts'

/** The screens under "Văn bản". */
export const PaperParts = ({ open }: { open: string }) => (
  <PartLinks
    label={t('papers.parts')}
    open={open}
    parts={[
      { to: '/van-ban', name: t('papers.part-going') },
      { to: '/van-ban?xem=da-ban-hanh', name: t('papers.part-issued') },
      { to: '/van-ban/den', name: t('papers.part-incoming') },
      { to: '/van-ban/so-di', name: t('papers.part-register') },
    ]}
  />
)
