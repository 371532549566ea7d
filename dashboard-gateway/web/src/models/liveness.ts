import { age } from '../helpers/format';
import { texts } from '../texts';
import type { Link } from './socket';
import type { Pipeline } from './pipeline';
import type { ServerClock } from './server-clock';

/** How live the whole page is, in words. */
export interface Liveness {
  readonly state: 'joining' | 'live' | 'dead';
  readonly words: string;
  readonly hint: string;
}

interface Line {
  readonly link: Link;
  readonly heardAt: number;
  /** How long nothing may be heard before that is worth saying. */
  readonly quietMs: number;
}

export function liveness(line: Line, pipeline: Pipeline, clock: ServerClock): Liveness {
  if (line.link === 'joining') return { state: 'joining', words: texts.bar.joining, hint: '' };
  if (line.link === 'lost') {
    return { state: 'dead', words: texts.dead.connection, hint: texts.dead.connectionHint };
  }
  if (pipeline.lagging) {
    const { lagMs } = pipeline;
    const words = lagMs === Infinity ? texts.dead.nothing : texts.dead.pipeline(age(lagMs));
    return { state: 'dead', words, hint: texts.dead.pipelineHint };
  }
  const silent = clock.ticks() - line.heardAt;
  const behind = silent > line.quietMs ? silent : pipeline.lagMs;
  return { state: 'live', words: texts.bar.live(age(behind)), hint: '' };
}
