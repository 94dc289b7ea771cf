/** Bullets of Word and of the web at the start of a line. */
const BULLET = /^\s*[-–—•·▪o§Øv]\s+/u

/**
 * Whatever was copied, as ours: paragraphs, lines of lists and simple tables; no style, picture, comment or heading is taken over. Live
 * figures, cut from such a text, stay live.
 */
export function cleanPasted(html: string): string {
  const source = new DOMParser().parseFromString(html, 'text/html')
  for (const odd of source.querySelectorAll(
    'style, script, meta, title, xml, img, svg, [style*="mso-list:Ignore" i], [style*="mso-list: ignore" i]',
  ))
    odd.remove()
  const clean = document.implementation.createHTMLDocument('')
  clean.body.replaceChildren(...blocksIn(source.body, clean))
  return clean.body.innerHTML
}

const BLOCKS = 'p, div, li, h1, h2, h3, h4, h5, h6, table, ul, ol, blockquote, section, article, header, footer'

/** The lines and tables of a part of a page, in their order; words that stand free make a paragraph. */
function blocksIn(parent: Element, clean: Document): HTMLElement[] {
  const made: HTMLElement[] = []
  let free: Node[] = []
  const close = () => {
    const line = lineOf(free, clean, false)
    if (line) made.push(line)
    free = []
  }
  for (const child of parent.childNodes) {
    if (!(child instanceof Element) || !(child.matches(BLOCKS) || child.querySelector(BLOCKS))) {
      free.push(child)
      continue
    }
    close()
    if (child.matches('table')) made.push(tableOf(child, clean))
    else if (child.querySelector(BLOCKS)) made.push(...blocksIn(child, clean))
    else made.push(...[lineOf([...child.childNodes], clean, isItem(child))].filter(one => one !== null))
  }
  close()
  return made
}

const isItem = (element: Element): boolean =>
  element.matches('li, p.dash, .MsoListParagraph, [class*="MsoListParagraph"], [style*="mso-list" i]')

function lineOf(nodes: readonly Node[], clean: Document, item: boolean): HTMLElement | null {
  const words = wordsOf(nodes, clean)
  const [first] = words
  if (first === undefined) return null
  const marked = typeof first === 'string' && BULLET.test(first)
  const line = clean.createElement('p')
  if (item || marked) line.className = 'dash'
  line.append(...(marked ? [first.replace(BULLET, ''), ...words.slice(1)] : words))
  return line
}

const FIGURE = 'span[data-figure]'

/** The words, without spaces around them or in a row, and the live figures among them. */
function wordsOf(nodes: readonly Node[], clean: Document): (string | HTMLElement)[] {
  const line = clean.createElement('p')
  line.append(...nodes.flatMap(node => plainOf(node, clean)))
  line.normalize()
  const pieces = [...line.childNodes]
  const words = pieces.map((node, at) => {
    if (node instanceof HTMLElement) return node
    const text = (node.textContent ?? '').replace(/\s+/gu, ' ')
    const begun = at === 0 ? text.trimStart() : text
    return at === pieces.length - 1 ? begun.trimEnd() : begun
  })
  return words.filter(word => word !== '')
}

function plainOf(node: Node, clean: Document): (string | HTMLElement)[] {
  if (!(node instanceof Element)) return [node.textContent ?? '']
  if (!node.matches(FIGURE)) return [...node.childNodes].flatMap(child => plainOf(child, clean))
  const figure = clean.createElement('span')
  figure.dataset['figure'] = node.getAttribute('data-figure') ?? ''
  figure.textContent = node.textContent
  return [figure]
}

function tableOf(table: Element, clean: Document): HTMLElement {
  const made = clean.createElement('table')
  for (const row of table.querySelectorAll('tr')) {
    const cells = [...row.children].map(cell => {
      const one = clean.createElement('td')
      one.append(...wordsOf([...cell.childNodes], clean))
      return one
    })
    const line = clean.createElement('tr')
    line.append(...cells)
    if (cells.length > 0) made.append(line)
  }
  return made
}
