import { printDate } from '../../../kernel/dates.ts'
import { Go } from '../../../ui/components/address.tsx'
import { t } from '../../../ui/messages/index.ts'
import { layChain, type Placed } from './chain-layout.ts'
import type { Shown } from './movement-fields.ts'

type Link = Shown['chain'][number]

/** Where a model was repeated: a drawing of who follows whom, and the same as a list of links. */
export function ChainPart({ shown: { chain, movement: one } }: { shown: Shown }) {
  if (chain.length < 2) return null
  const placed = layChain(chain)
  return (
    <section className="card padded stack" aria-labelledby="chain">
      <h2 id="chain">{t('movements.chain')}</h2>
      <p className="quiet">{t('movements.chain-said', { count: chain.length - 1 })}</p>
      <ChainDrawing placed={placed} here={one.id} />
      <ol className="link-lines">
        {placed.map(({ link, column }) => (
          <li key={link.id}>
            <span style={{ paddingInlineStart: `${column * 1.25}rem` }}>
              {link.id === one.id ? <b>{link.title}</b> : <Go to={`/hoat-dong/phong-trao/${link.id}`}>{link.title}</Go>}
              <small className="quiet below">{[link.place, printDate(link.startsOn), stateOf(link)].join(' · ')}</small>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

const stateOf = ({ standing }: Link) => t(`state.${standing as 'going-on' | 'recognised' | 'closed'}`)

const [STEP, LINE, TOP, LEFT, TEXT] = [36, 34, 20, 12, 260]
const at = (column: number, row: number) => ({ x: LEFT + column * STEP, y: TOP + row * LINE })

/** A dot for each, filled where recognised, joined to the one it repeats. */
function ChainDrawing({ placed, here }: { placed: readonly Placed<Link>[]; here: string }) {
  const width = LEFT + Math.max(...placed.map(one => one.column)) * STEP + TEXT
  const height = TOP + placed.length * LINE - LINE / 2
  return (
    <div className="movement-chain">
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('movements.chain')}>
        {placed.map(({ link, column, row, parentRow }) => {
          const { x, y } = at(column, row)
          const parent = parentRow === null ? null : at(column - 1, parentRow)
          return (
            <g key={link.id} className={[link.standing, link.id === here ? 'here' : ''].join(' ').trim()}>
              {parent && <path d={`M ${parent.x} ${parent.y + 6} V ${y} H ${x - 6}`} />}
              <circle cx={x} cy={y} r={6} />
              <text x={x + 14} y={y + 5}>
                {link.place}
                <tspan className="quiet-text"> {link.startsOn.slice(0, 4)}</tspan>
              </text>
            </g>
          )
        })}
      </svg>
    </div>
  )
}
