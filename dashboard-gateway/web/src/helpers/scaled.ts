let growth = 0;

addEventListener('resize', () => (growth = 0));

/** A length in pixels as it is on this screen: like the type, it grows with the wall. */
export function scaled(pixels: number): number {
  growth ||= parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  return pixels * growth;
}

/** The type of words on a canvas. */
export function canvasFont(): string {
  return `${scaled(12)}px Inter, system-ui, sans-serif`;
}
