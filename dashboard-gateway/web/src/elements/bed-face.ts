import { LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import { flashInStep } from '../helpers/flash-in-step';
import { pulse } from '../helpers/pulse';
import { Watch } from '../helpers/watch';
import type { Bed } from '../models/bed';
import { differs, type Face, faceOf } from '../models/face';
import type { Live } from '../models/live';

/** An element that shows a bed's face, and is drawn anew only when that looks different. */
export abstract class BedFace extends LitElement {
  @property({ attribute: false }) bed!: Bed;
  @property({ attribute: false }) live!: Live;
  @state() protected face!: Face;

  constructor() {
    super();
    const look = (): void => this.look();
    new Watch(this, () => this.bed.changes, look);
    new Watch(this, () => pulse, look);
  }

  override connectedCallback(): void {
    this.look();
    super.connectedCallback();
  }

  protected override willUpdate(): void {
    this.dataset['patient'] = this.bed.id;
    this.dataset['state'] = this.face.state;
    this.dataset['alarm'] = this.face.alarm?.priority ?? 'none';
  }

  protected override updated(): void {
    flashInStep(this);
  }

  private look(): void {
    const face = faceOf(this.bed, this.live.ward.alarms.active(this.bed.id), this.live);
    if (differs(face, this.face)) this.face = face;
  }
}
