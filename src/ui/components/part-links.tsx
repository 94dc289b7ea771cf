import { Go } from './address.tsx'

type PartLinksProps = { label: string; parts: readonly { to: string; name: string }[]; open: string }

/** The screens that lie side by side under one place; `open` is the address of the one shown. */
export const PartLinks = ({ label, parts, open }: PartLinksProps) => (
  <nav className="row no-print part-links" aria-label={label}>
    {parts.map(({ to, name }) => (
      <Go key={to} to={to} className="button plain" aria-current={to === open ? 'page' : undefined}>
        {name}
      </Go>
    ))}
  </nav>
)
