import type { Priority } from './models/protocol';
import type { Silence } from './models/freshness';

const beds = (n: number): string => (n === 1 ? '1 bed' : `${n} beds`);

interface WhoLies {
  readonly bed: string;
  readonly name: string;
}

const bedOf = (bed: WhoLies | undefined): string => (bed ? `, bed ${bed.bed}, ${bed.name}` : '');

/** Every word of the page, in one place. */
export const texts = {
  product: 'Vigil',
  priority: { high: 'high', medium: 'medium', low: 'low' } satisfies Record<Priority, string>,
  technical: 'technical',

  bar: {
    beds,
    allWards: 'All wards',
    ward: 'Ward',
    live: (age: string): string => `live ${age}`,
    joining: 'connecting',
    noAlarms: 'No alarms',
    alarmsUnknown: 'Alarms not known',
    alarms: (n: number, priority: string): string => `${n} ${priority}`,
    wall: 'Wall',
    alarmList: 'Alarms',
    order: 'Order of the beds',
    byBed: 'By bed',
    worstFirst: 'Worst first',
    light: 'Light',
    dark: 'Dark',
    themeHint: 'Change between dark and light',
    signOut: 'Sign out',
    views: 'Views',
  },

  dead: {
    connection: 'Not live: no connection to Vigil',
    connectionHint: 'Alarms may be missing. Trying again.',
    nothing: 'Not live: no readings come through',
    pipeline: (lag: string): string => `Not live: readings are ${lag} behind`,
    pipelineHint: 'Alarms may be late. Look at the patients.',
  },

  silence: {
    connection: { short: 'not connected', detail: 'trying again' },
    pipeline: { short: 'delayed', detail: 'system is behind' },
    device: { short: 'no signal', detail: 'lead or device' },
    unknown: { short: 'no reading', detail: 'cause not known yet' },
    never: { short: 'no reading yet', detail: 'since admission' },
  } satisfies Record<Silence, { short: string; detail: string }>,

  tile: {
    none: '---',
    was: (text: string): string => `was ${text}`,
    acknowledgedBy: (by: string): string => `ack. ${by}`,
    escalated: 'escalated',
    paused: (left: string): string => `paused ${left}`,
    more: (n: number): string => `+${n}`,
    bed: (bed: string): string => `Bed ${bed}`,
    reception: (percent: number): string => `${percent} % of the last minute's readings received`,
  },

  wall: {
    title: 'Wall',
    loading: 'Loading the ward',
    empty: 'No patients yet',
    emptyHint:
      'A patient stands here once an administrator has admitted them and granted you access. The page looks again by itself.',
    failed: 'The ward could not be loaded',
    failedHint: 'Nothing is shown that is not known. The page tries again by itself.',
    retry: 'Try now',
  },

  alarms: {
    title: 'Alarms',
    beds: (n: number | undefined): string => (n === undefined ? '' : beds(n)),
    active: 'Active now',
    ended: (hours: number): string => `Ended in the last ${hours} hours`,
    noneActive: 'No alarm is active',
    noneActiveHint: 'An alarm stands here, worst first, from the moment it is raised.',
    noneEnded: 'None',
    priority: 'Priority',
    bed: 'Bed',
    patient: 'Patient',
    alarm: 'Alarm',
    since: 'Since',
    lasting: 'For',
    state: 'State',
    states: {
      raised: 'active',
      escalated: 'escalated',
      acknowledged: 'acknowledged',
      resolved: 'ended',
    },
    acknowledgedBy: (by: string): string => `acknowledged by ${by}`,
    latched: 'over, not acknowledged',
    late: 'told late',
    failed: 'Past alarms could not be loaded',
    failedHint: 'Active alarms are up to date. The page tries again by itself.',
    loading: 'Loading past alarms',
  },

  sound: {
    blocked: 'Turn sound on',
    mute: 'Sound on',
    muteHint: 'Mute all alarms for 2 minutes',
    muted: (left: string): string => `Muted ${left}`,
    unmute: 'Sound on again',
  },

  care: {
    acknowledge: 'Acknowledge',
    acknowledging: 'Sending',
    note: 'Note, if any',
    effect: {
      lasting: 'Silences it and says that you have it; it stays in sight while it lasts.',
      over: 'It is over and stays in sight until somebody has seen it.',
    },
    pause: 'Pause',
    pauseLength: 'For how long',
    pauseFor: 'Pause, because of',
    pauseEffect: 'Holds back alarms up to medium; high ones break through. Press why:',
    reasons: ['Care', 'Suctioning', 'Moving', 'Sensor change'],
    minutes: (n: number): string => `${n} min`,
    pausedFor: (left: string): string => `Paused for ${left}`,
    pausedBy: (by: string, reason: string): string =>
      `${by}: ${reason}. High alarms break through.`,
    resume: 'End the pause',
  },

  limits: {
    title: (vital: string): string => `${vital} limits`,
    change: 'Change',
    names: { extreme_high: 'Extreme ↑', high: 'High', low: 'Low', extreme_low: 'Extreme ↓' },
    none: '–',
    ward: "The ward's own",
    author: (by: string, at: string): string => `${by}, ${at}`,
    testing: 'Trying them on the last day',
    instead: (n: number, before: number): string =>
      `${n === 1 ? '1 alarm' : `${n} alarms`} instead of ${before}`,
    span: (hours: number): string => `in the last ${hours} h`,
    save: 'Save limits',
    cancel: 'Cancel',
    undo: 'Undo',
  },

  announce: {
    raised: (priority: string, bed: WhoLies | undefined, text: string): string =>
      `${priority} alarm${bedOf(bed)}: ${text}`,
    escalated: (priority: string, bed: WhoLies | undefined, text: string): string =>
      `Not yet acknowledged: ${priority} alarm${bedOf(bed)}: ${text}`,
    lost: 'Connection to Vigil lost. Numbers are not live.',
    back: 'Connection to Vigil is back.',
  },

  patient: {
    back: 'Wall',
    bed: (bed: string): string => `Bed ${bed}`,
    now: 'Now',
    live: 'Live',
    strip: 'Length of the live line',
    spans: { 10: '10 s', 30: '30 s', 60: '1 min', 300: '5 min' } as Record<number, string>,
    history: 'History',
    ranges: 'Length of the history',
    toNow: 'To now',
    alarms: 'Alarms',
    alarmsHint: 'active, and in the time shown',
    noAlarms: 'None in the time shown',
    vital: 'Vital',
    highPriority: 'high priority',
    loadingHistory: 'Loading the history',
    emptyHistory: 'No readings in this time',
    emptyHistoryHint: 'History goes back seven days. Zoom out, or go to now.',
    partialHistory: 'Part of it cannot be read now',
    failedHistory: 'The history could not be loaded',
    failedHistoryHint: 'The live line above still works.',
    retry: 'Try again',
    keys: 'Wheel or + − zoom, drag selects, arrows move, Home goes to now',
    notFound: 'No such patient here',
    notFoundHint: 'The patient is not admitted, or you have no access.',
    toWall: 'To the wall',
    shownHere: 'Show in history',
    hoverHint: 'Point at the line to read it',
    chart: (vital: string): string => `${vital}, history`,
  },

  signIn: {
    title: 'Sign in',
    promise: 'Every heartbeat on the ward, as it happens.',
    username: 'User name',
    password: 'Password',
    show: 'Show',
    hide: 'Hide',
    submit: 'Sign in',
    submitting: 'Signing in',
    wrong: 'User name and password do not belong together.',
    tooMany: 'Too many tries. Wait a moment, then try again.',
    unreachable: 'Vigil does not answer. Check the network, then try again.',
    failed: 'Signing in did not work. Try again; if it stays so, tell whoever runs Vigil.',
    over: 'Your session is over. Sign in to go on where you were.',
    disclaimer: 'Vigil is not a medical device. Do not rely on it alone.',
  },

  unreachable: {
    title: 'Vigil does not answer',
    hint: 'Nothing is live. Check the network; the page tries again by itself.',
  },

  notFound: {
    title: 'Nothing here',
    hint: 'This address belongs to no view.',
  },
};
