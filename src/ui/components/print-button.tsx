import { t } from '../messages/index.ts'
import { Button, type ButtonLook } from './button.tsx'

/** Prints the page as it stands; what is not for paper carries `no-print`. */
export const PrintButton = ({ look = 'plain' }: { look?: ButtonLook }) => (
  <Button look={look} onClick={() => window.print()}>
    {t('part.print')}
  </Button>
)
