/** Those who want to hear of something; each gets a function to stop hearing. */
export class Listeners<T = void> {
  private readonly all = new Set<(event: T) => void>();

  add(listener: (event: T) => void): () => void {
    this.all.add(listener);
    return () => void this.all.delete(listener);
  }

  tell(event: T): void {
    for (const listener of [...this.all]) listener(event);
  }

  get size(): number {
    return this.all.size;
  }
}
