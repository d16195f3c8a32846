/** Whether this browser keeps something under a name. A page may forbid to look: then nothing is kept. */
export const isKept = (key: string): boolean => {
  try {
    return key in sessionStorage || key in localStorage
  } catch {
    return false
  }
}
