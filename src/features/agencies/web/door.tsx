export const Door = () => <main className="door" />
