/** Something that this browser's user chose and that lasts. */
export function storedChoice<T extends string>(key: string, allowed: readonly T[], other: T): T {
  try {
    const stored = localStorage.getItem(`vigil.${key}`) as T | null;
    return stored !== null && allowed.includes(stored) ? stored : other;
  } catch {
    return other;
  }
}

export function storeChoice(key: string, choice: string): void {
  try {
    localStorage.setItem(`vigil.${key}`, choice);
  } catch {
    // No storage: the choice lasts until the page is closed.
  }
}
