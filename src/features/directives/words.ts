type Named = { kind: string; number: string; subject: string }

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** As offices cite it: "Chỉ thị 49-CT/TW"; a law by its name, "Luật Mặt trận Tổ quốc Việt Nam". */
export const nameOfDirective = ({ kind, number, subject }: Named): string => capital(`${kind} ${number || subject}`)
