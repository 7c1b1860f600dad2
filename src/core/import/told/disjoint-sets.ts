/** What sets are made of, by number. */
export interface Member {
  readonly id: number
}

/** Sets that grow together: `join` makes one of several, `find` gives the member that stands for a set. */
export function disjointSets(parties: readonly Member[]) {
  const parent = new Map<number, number>(parties.map(({ id }) => [id, id]))
  const find = (id: number): number => {
    let root = id
    while (parent.get(root) !== root) root = parent.get(root)!
    for (let at = id; at !== root; ) {
      const next = parent.get(at)!
      parent.set(at, root)
      at = next
    }
    return root
  }
  const join = (list: readonly Member[]) => {
    for (let i = 1; i < list.length; i++) parent.set(find(list[i]!.id), find(list[0]!.id))
  }
  return { find, join }
}
