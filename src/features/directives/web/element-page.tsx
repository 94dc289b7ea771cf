import { useState } from 'react'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { printDate } from '../../../kernel/dates.ts'
import { printMoney } from '../../../kernel/numbers.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tellUndo } from '../../../ui/client/tell-undo.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go, usePathPart } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace, Problem } from '../../../ui/components/places.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { PickField } from '../../../ui/mantine/pick-field.tsx'
import { t } from '../../../ui/messages/index.ts'
import { citeElement, type FoundElement, findElement } from '../../programmes/target-programme/contract.ts'
import type { element } from '../queries/element.ts'
import { elementAddress } from './element-address.ts'

type Shown = AnswerOf<typeof element>
type Line = { id: string; key: string; name: string; to: string | null; about: string; part: string; ours: boolean }

/** One element of the target programme: the plan items and works that serve it. */
export default function ElementPage() {
  const key = `${usePathPart('cycle')}/${usePathPart('code')}`
  const found = findElement(key)
  if (!found) return <EmptyPlace title={t('directives.no-element')} />
  return <Known found={found} />
}

function Known({ found }: { found: FoundElement }) {
  const answer = useAnswer<Shown>('directives.element', { element: found.key })
  const whole = found.within ? findElement(`${found.cycle.id}/${found.within}`) : null
  const bar = [
    { label: t('directives.elements-title'), to: '/van-ban-chi-dao/muc-tieu' },
    { label: found.cycle.id, to: '/van-ban-chi-dao/muc-tieu' },
    ...(whole ? [{ label: citeElement(whole), to: elementAddress(whole.key) }] : []),
    { label: citeElement(found), current: true },
  ]
  return (
    <Page title={`${citeElement(found)}: ${found.name}`} above={<ThreadBar steps={bar} />}>
      <p className="quiet">
        {found.cycle.name}. {found.cycle.basis}.
      </p>
      <Answered of={answer}>
        {shown => (
          <>
            <Linked
              title={t('directives.items')}
              none={t('directives.items-none')}
              lines={shown.items.map(itemLine)}
              element={found.key}
              thing="item"
              choices={shown.choices.items.map(one => ({
                value: one.id,
                label: one.title,
                note: `${one.year} · ${citeClause(one.clausePath)}`,
              }))}
              may={shown.can.link}
            />
            <Linked
              title={t('directives.works')}
              none={t('directives.works-none')}
              lines={shown.works.map(workLine)}
              element={found.key}
              thing="construction"
              choices={shown.choices.works.map(one => ({ value: one.id, label: one.name, note: one.commune }))}
              may={shown.can.link}
            />
            <Supervisions shown={shown} within={found.key} />
          </>
        )}
      </Answered>
    </Page>
  )
}

/** Supervisions say themselves which project they see; here they are only shown. */
function Supervisions({ shown: { supervisions }, within }: { shown: Shown; within: string }) {
  return (
    <section className="card padded stack" aria-labelledby="supervisions">
      <h2 id="supervisions">{t('directives.supervisions')}</h2>
      {supervisions.length === 0 && <p className="quiet">{t('directives.supervisions-none')}</p>}
      <ul className="link-lines">
        {supervisions.map(one => (
          <li key={one.id}>
            <span>
              <Go to={`/giam-sat/${one.id}`}>{one.title}</Go>
              <small className="quiet below">
                {[printDate(one.startsOn), one.object, one.owner, one.element === within ? '' : partOf(one.element)]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const partOf = (key: string) => {
  const part = findElement(key)
  return part ? citeElement(part) : key
}

const itemLine = (one: Shown['items'][number]): Line => ({
  id: one.id,
  key: one.element,
  name: one.title,
  to: `/ke-hoach/${one.planId}`,
  about: [
    String(one.year),
    citeClause(one.clausePath),
    one.programme.name,
    t('directives.done-count', { count: one.activities }),
  ].join(' · '),
  part: partOf(one.element),
  ours: one.ours,
})

const workLine = (one: Shown['works'][number]): Line => ({
  id: one.id,
  key: one.element,
  name: one.name,
  to: null,
  about: [one.commune, one.investor, one.amount === null ? '' : printMoney(one.amount)].filter(Boolean).join(' · '),
  part: partOf(one.element),
  ours: one.ours,
})

type LinkedProps = {
  title: string
  none: string
  lines: readonly Line[]
  element: string
  thing: 'item' | 'construction'
  choices: readonly { value: string; label: string; note: string }[]
  may: boolean
}

function Linked({ title, none, lines, element: key, thing, choices, may }: LinkedProps) {
  const [open, setOpen] = useState(false)
  const link = useCommand<object>(`directives.link-${thing}`)
  const off = useCommand<object>(`directives.unlink-${thing}`)
  const at = (id: string, at: string) => ({ element: at, [`${thing}Id`]: id })
  const choose = async (id: string | null) => {
    if (!id || !(await link.send(at(id, key)))) return
    tellUndo(t('directives.linked'), `directives.unlink-${thing}`, at(id, key))
    setOpen(false)
  }
  const unlink = async (line: Line) => {
    if (await off.send(at(line.id, line.key)))
      tellUndo(t('directives.unlinked'), `directives.link-${thing}`, at(line.id, line.key))
  }
  const left = choices.filter(choice => !lines.some(line => line.id === choice.value && line.key === key))
  return (
    <section className="card padded stack" aria-labelledby={`linked-${thing}`}>
      <h2 id={`linked-${thing}`}>{title}</h2>
      {lines.length === 0 && <p className="quiet">{none}</p>}
      <ul className="link-lines">
        {lines.map(line => (
          <li key={`${line.key} ${line.id}`}>
            <span>
              {line.to ? <Go to={line.to}>{line.name}</Go> : line.name}
              <small className="quiet below">
                {line.about}
                {line.key !== key && ` · ${line.part}`}
              </small>
            </span>
            {may && line.ours && (
              <Button
                look="plain"
                className="no-print"
                aria-label={t('directives.unlink-named', { name: line.name })}
                onClick={() => void unlink(line)}
              >
                {t('directives.unlink')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Problem of={off} />
      <Problem of={link} />
      {may && !open && (
        <div className="row no-print">
          <Button onClick={() => setOpen(true)}>{t(`directives.link-${thing}`)}</Button>
        </div>
      )}
      {may && open && (
        <div className="stack no-print">
          <PickField label={t(`directives.which-${thing}`)} value={null} onChange={id => void choose(id)} choices={left} />
          <div className="row">
            <Button onClick={() => setOpen(false)}>{t('directives.cancel')}</Button>
          </div>
        </div>
      )}
    </section>
  )
}
