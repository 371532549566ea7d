/** Lets everything that flashes at one rate flash together, whenever it began. */
export function flashInStep(element: Element): void {
  for (const animation of element.shadowRoot?.getAnimations() ?? []) {
    if (animation instanceof CSSAnimation && animation.animationName === 'flash') {
      animation.startTime = 0;
    }
  }
}
