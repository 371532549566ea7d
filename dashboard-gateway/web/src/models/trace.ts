const CAPACITY = 1024;

/** The last minutes of one vital: a ring of readings in the order of their time. */
export class Trace {
  private readonly times = new Float64Array(CAPACITY);
  private readonly values = new Float32Array(CAPACITY);
  private first = 0;
  private size = 0;

  get length(): number {
    return this.size;
  }

  /** Takes a reading into its place; of two with one time the first stays. */
  add(ms: number, value: number): boolean {
    let place = this.size;
    while (place > 0 && this.timeAt(place - 1) > ms) place--;
    if (place > 0 && this.timeAt(place - 1) === ms) return false;
    if (this.size === CAPACITY) {
      if (place === 0) return false;
      this.first = this.slot(1);
      this.size--;
      place--;
    }
    for (let i = this.size; i > place; i--) this.move(i - 1, i);
    this.times[this.slot(place)] = ms;
    this.values[this.slot(place)] = value;
    this.size++;
    return true;
  }

  timeAt(index: number): number {
    return this.times[this.slot(index)]!;
  }

  valueAt(index: number): number {
    return this.values[this.slot(index)]!;
  }

  /** The index of the first reading at or after a time; `length` if there is none. */
  indexAt(ms: number): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.timeAt(middle) < ms) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The least and the greatest value at or after a time, or null if there is none. */
  extent(fromMs: number): [least: number, greatest: number] | null {
    const from = this.indexAt(fromMs);
    if (from === this.size) return null;
    let least = Infinity;
    let greatest = -Infinity;
    for (let i = from; i < this.size; i++) {
      const value = this.valueAt(i);
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
    return [least, greatest];
  }

  private slot(index: number): number {
    return (this.first + index) % CAPACITY;
  }

  private move(from: number, to: number): void {
    this.times[this.slot(to)] = this.timeAt(from);
    this.values[this.slot(to)] = this.valueAt(from);
  }
}
