import { SaxesParser } from 'saxes'
import { Unreadable } from '../../source.ts'

/** An element with its usual prefix (`w:` for WordprocessingML, `mc:` for markup compatibility), whatever the file calls it. */
export type Element = { name: string; attributes: Readonly<Record<string, string>>; children: (Element | string)[] }

const PREFIXES = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
])

/** Deeper nesting is no document but an attack on the stack. */
const DEEPEST = 400

/** One paragraph or table with more elements than this is no document but an attack on the memory. */
const MOST_ELEMENTS = 1_500_000

/** Reads XML given in pieces; `write` hands out each element that stands `depth` levels below the root as soon as it is whole. */
export type XmlReader = { write: (bytes: Uint8Array) => Element[]; end: () => Element[] }

/**
 * @param depth 0 hands out the root itself, 2 the children of the root's children; what stands above is forgotten
 * @throws Unreadable 'corrupt' for XML that is not well-formed; entities of the file's own are not known
 */
export const createXmlReader = (depth: number): XmlReader => {
  const parser = new SaxesParser({ position: false })
  const decoder = new TextDecoder('utf-8')
  const open: Element[] = []
  const names = createNames()
  let ready: Element[] = []
  let held = 0
  parser.on('opentag', tag => {
    if (++held > MOST_ELEMENTS) throw new Unreadable('bomb', 'too many elements')
    if (open.length >= DEEPEST) throw new Unreadable('corrupt', 'nested too deep')
    const attributes = Object.entries(tag.attributes).map(([name, value]): [string, string] => [name, String(value)])
    if (open.length === 0) names.learn(attributes)
    open.push({ name: names.of(tag.name), attributes: names.ofAll(attributes), children: [] })
  })
  const addText = (text: string): void => {
    if (open.length > depth) open.at(-1)?.children.push(text)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const element = open.pop()
    if (!element) return
    if (open.length === depth) {
      ready.push(element)
      held = 0
    } else if (open.length > depth) open.at(-1)?.children.push(element)
  })
  const take = (feed: () => void): Element[] => {
    ready = []
    try {
      feed()
    } catch (error) {
      throw error instanceof Unreadable ? error : new Unreadable('corrupt', error instanceof Error ? error.message : '')
    }
    return ready
  }
  return {
    write: bytes => take(() => parser.write(decoder.decode(bytes, { stream: true }))),
    end: () => take(() => parser.write(decoder.decode()).close()),
  }
}

/** Learns from the root element which prefix stands for which vocabulary. */
const createNames = () => {
  const usual = new Map<string, string>()
  const of = (name: string): string => {
    const colon = name.indexOf(':')
    const prefix = usual.get(colon < 0 ? '' : name.slice(0, colon))
    return prefix ? `${prefix}:${name.slice(colon + 1)}` : name
  }
  const learn = (attributes: readonly [string, string][]): void => {
    for (const [name, value] of attributes) {
      const prefix = PREFIXES.get(value)
      if (prefix && /^xmlns(?::|$)/.test(name)) usual.set(name.slice(6), prefix)
    }
  }
  const ofAll = (attributes: readonly [string, string][]): Record<string, string> =>
    Object.fromEntries(attributes.map(([name, value]) => [name.includes(':') ? of(name) : name, value]))
  return { of, learn, ofAll }
}

const isElement = (child: Element | string): child is Element => typeof child !== 'string'

/** All child elements, or those of one name. */
export const childrenOf = (element: Element | undefined, name?: string): Element[] =>
  (element?.children ?? []).filter(isElement).filter(child => !name || child.name === name)

/** The first child element of this name. */
export const findChild = (element: Element | undefined, name: string): Element | undefined => {
  for (const child of element?.children ?? []) if (isElement(child) && child.name === name) return child
  return undefined
}

/** The `w:val` of a child property; null where the property is absent. */
export const valueOf = (element: Element | undefined, name: string): string | null =>
  findChild(element, name)?.attributes['w:val'] ?? null

/** A property that is on by standing there and off by a value that says so; null where it is absent. */
export const isOn = (element: Element | undefined, name: string): boolean | null => {
  const property = findChild(element, name)
  return property ? !/^(?:0|false|off)$/.test(property.attributes['w:val'] ?? '') : null
}
