/** What hands do to a chart, in parts of its width. */
export interface Gestures {
  /** Closer (below one) or further (above one), around a place from 0 to 1. */
  zoom(factor: number, at: number): void;
  /** To the right in parts of the width. */
  pan(part: number): void;
}

const WHEEL_PIXELS: Record<number, number> = { 0: 1, 1: 16, 2: 400 };

/** Wheel and trackpad: up and down zoom, sideways (or with Shift) moves. */
export function onWheel(surface: HTMLElement, gestures: Gestures): void {
  surface.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const box = surface.getBoundingClientRect();
      const unit = WHEEL_PIXELS[event.deltaMode] ?? 1;
      const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
      if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        gestures.pan((sideways * unit) / box.width);
      } else {
        const at = (event.clientX - box.left) / box.width;
        gestures.zoom(Math.exp(event.deltaY * unit * (event.ctrlKey ? 0.01 : 0.0018)), at);
      }
    },
    { passive: false },
  );
}

/** Two fingers zoom and move; one finger is left to the chart. */
export function onPinch(surface: HTMLElement, gestures: Gestures): void {
  const fingers = new Map<number, number>();
  const lift = (event: PointerEvent): void => void fingers.delete(event.pointerId);
  surface.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'touch') fingers.set(event.pointerId, event.clientX);
  });
  surface.addEventListener('pointermove', (event) => {
    if (!fingers.has(event.pointerId)) return;
    const [a, b] = spread(fingers);
    fingers.set(event.pointerId, event.clientX);
    if (fingers.size !== 2) return;
    const [c, d] = spread(fingers);
    const box = surface.getBoundingClientRect();
    gestures.zoom(Math.max(b - a, 8) / Math.max(d - c, 8), ((c + d) / 2 - box.left) / box.width);
    gestures.pan((a + b - c - d) / 2 / box.width);
  });
  surface.addEventListener('pointerup', lift);
  surface.addEventListener('pointercancel', lift);
}

function spread(fingers: Map<number, number>): [number, number] {
  const places = [...fingers.values()];
  return [Math.min(...places), Math.max(...places)];
}

/** Plus and minus zoom, arrows move; true if the key was one of these. */
export function onKey(key: string, gestures: Gestures): boolean {
  if (key === '+' || key === '=') gestures.zoom(0.6, 0.5);
  else if (key === '-') gestures.zoom(1 / 0.6, 0.5);
  else if (key === 'ArrowLeft') gestures.pan(-0.2);
  else if (key === 'ArrowRight') gestures.pan(0.2);
  else return false;
  return true;
}
