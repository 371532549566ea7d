export type Route =
  | { view: 'signin' }
  | { view: 'wall' }
  | { view: 'patient'; id: string }
  | { view: 'alarms' }
  | { view: 'unknown' };

/** The view that a path names. */
export function routeOf(path: string): Route {
  if (path === '/') return { view: 'wall' };
  if (path === '/signin') return { view: 'signin' };
  if (path === '/alarms') return { view: 'alarms' };
  const patient = /^\/patients\/([^/]+)$/.exec(path);
  return patient ? { view: 'patient', id: decode(patient[1]!) } : { view: 'unknown' };
}

export function patientPath(id: string): string {
  return `/patients/${encodeURIComponent(id)}`;
}

/** Where to sign in so as to come back to an address of this page. */
export function signInPath(wanted: string): string {
  return wanted === '/' ? '/signin' : `/signin?to=${encodeURIComponent(wanted)}`;
}

/** Where to go after sign-in: only ever within this page. */
export function wantedPath(search: string): string {
  const wanted = new URLSearchParams(search).get('to') ?? '/';
  return /^\/(?![/\\])/.test(wanted) ? wanted : '/';
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
