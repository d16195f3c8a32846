import { problem, type Problem, type ProblemCode } from '../actions/problem.ts'

/** How many may be under way at once: in all, and of one company. */
type Room = { readonly atOnce: number; readonly ofOne: number }

/** Lets so many companies in at once, and tells the others what is amiss; gives how to leave again. */
export const turnstile = ({ atOnce, ofOne }: Room, full: ProblemCode) => {
  const inside: string[] = []
  return (company: string): Problem | (() => void) => {
    const own = inside.filter((one) => one === company)
    if (inside.length >= atOnce || own.length >= ofOne) return problem(full)
    inside.push(company)
    return () => void inside.splice(inside.indexOf(company), 1)
  }
}
