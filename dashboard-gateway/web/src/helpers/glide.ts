const GENTLY: KeyframeAnimationOptions = { duration: 300, easing: 'ease-out' };

/** Where elements stand; to be taken before they change places. */
export function placesOf(elements: Iterable<Element>): Map<Element, DOMRect> {
  return new Map([...elements].map((element) => [element, element.getBoundingClientRect()]));
}

/** Lets elements glide from where they stood to where they stand, unless motion is unwanted. */
export function glideFrom(places: Map<Element, DOMRect>): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  for (const [element, from] of places) {
    const to = element.getBoundingClientRect();
    const [x, y] = [from.left - to.left, from.top - to.top];
    if (!x && !y) continue;
    element.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], GENTLY);
  }
}
