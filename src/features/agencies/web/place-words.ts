type Named = { name: string; parentName?: string | null; kind?: string }

/** A village with its commune, a commune alone: "thôn Nà Lốc, xã Nậm Mây"; "xã Nậm Mây". */
export const placeWords = ({ name, parentName, kind }: Named): string =>
  parentName && (kind === undefined || kind === 'village') ? `${name}, ${parentName}` : name

/** Several places in one line: "xã Nậm Mây; thôn Nà Lốc, xã Nậm Mây". */
export const placesWords = (places: readonly Named[]): string => places.map(placeWords).join('; ')
