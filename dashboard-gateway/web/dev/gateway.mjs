/**
 * A fake of the gateway, for the development of the page alone: it speaks the contract's REST and socket,
 * and knows simulated hearts. Sign in as dr-adams with "vigil". What it does is told by GETs under /dev:
 *
 *   /dev/alarm?patient=p-0003&rule=extreme_high&priority=high&value=163&limit=150
 *   /dev/force?patient=p-0003&value=163     /dev/silence?patient=p-0005     /dev/calm
 *   /dev/lag?ms=9000     /dev/cut?seconds=20     /dev/patients?count=64
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocketServer } from 'ws';
import { FakeWard } from './wards.mjs';

const STATIC = fileURLToPath(new URL('../../target/classes/static', import.meta.url));
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
/** The gateway's own, so that what it forbids is noticed here. */
const CONTENT_POLICY =
  "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";
const PERSON = { username: 'dr-adams', name: 'Dr. Adams', role: 'doctor', patient: null };

export function startFakeGateway(port, count) {
  let ward = new FakeWard(count);
  let lagMs = 180;
  let cutUntil = 0;
  const sessions = new Set();

  const api = {
    'POST /session': (_, body) =>
      body.password === 'vigil' ? [200, PERSON] : [401, { code: 'wrong_credentials' }],
    'DELETE /session': () => [204],
    'GET /me': () => [200, PERSON],
    'GET /patients': () => [200, ward.patients.map((patient) => ward.summary(patient, Date.now()))],
    'GET /alerts': () => [
      200,
      [...ward.alarms.values()].filter(({ state }) => state !== 'resolved'),
    ],
  };

  function pauseCall(id, method, body) {
    const pause = method === 'PUT' ? ward.pause(id, body) : ward.resume(id);
    tell({ type: 'pause', patient: id, pause });
    return pause ? [200, pause] : [204];
  }

  function acknowledgeCall(url, body) {
    const [, id] = /^\/alerts\/([^/]+)\/acknowledge$/.exec(url.pathname.slice(7)) ?? [];
    const alert = id && ward.acknowledge(id, body?.note ?? null);
    if (!alert) return null;
    tell({ type: 'alert', cursor: 'c', alert });
    return [200, alert];
  }

  function patientCall(url, method, body) {
    const [, id, what] =
      /^\/patients\/([^/]+)\/(readings|alerts|pause|limits|limits\/backtest)$/.exec(
        url.pathname.slice(7),
      ) ?? [];
    const patient = ward.find(id);
    if (!patient) return [404, { code: 'unknown_patient' }];
    if (what === 'pause') return pauseCall(id, method, body);
    if (what === 'limits') return [200, ward.limitsOf(id, method === 'PUT' ? body : null)];
    if (what === 'limits/backtest') return [200, ward.backtest(patient, body)];
    const [from, to] = ['from', 'to'].map((name) => Date.parse(url.searchParams.get(name)));
    if (what === 'alerts') return [200, ward.episodes(patient, from, to)];
    const points = ward.points(
      patient,
      from,
      Math.min(to, Date.now()),
      Number(url.searchParams.get('points')),
    );
    return [200, { patient: id, vital: 'heart_rate', unit: '/min', source: 'both', points }];
  }

  const controls = {
    alarm: ({ patient, value, limit, agoMs, ...rest }) => {
      const numbers = {
        ...(value && { value: +value }),
        ...(limit && { limit: +limit }),
        ...(agoMs && { agoMs: +agoMs }),
        latched: rest.latched === 'true',
      };
      tell({ type: 'alert', cursor: 'c', alert: ward.raise(patient, { ...rest, ...numbers }) });
    },
    force: ({ patient, value }) => ward.forced.set(patient, { value: +value, since: Date.now() }),
    silence: ({ patient }) => ward.silentSince.set(patient, Date.now()),
    calm: () => (ward.forced.clear(), ward.silentSince.clear(), ward.alarms.clear(), (lagMs = 180)),
    lag: ({ ms }) => ((lagMs = +ms), heartbeat()),
    cut: ({ seconds }) => (
      (cutUntil = Date.now() + 1000 * seconds),
      sessions.forEach((s) => s.socket.terminate())
    ),
    patients: ({ count }) => (ward = new FakeWard(+count)),
  };

  const server = createServer(async (request, response) => {
    response.setHeader('content-security-policy', CONTENT_POLICY);
    const url = new URL(request.url, 'http://localhost');
    const answer = (status, body) => {
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(body && JSON.stringify(body));
    };
    if (url.pathname.startsWith('/dev/')) {
      controls[url.pathname.slice(5)]?.(Object.fromEntries(url.searchParams));
      return answer(204);
    }
    if (!url.pathname.startsWith('/api/v1/')) return serveFile(url.pathname, response);
    if (Date.now() < cutUntil) return request.socket.destroy();
    let text = '';
    for await (const chunk of request) text += chunk;
    const call = `${request.method} ${url.pathname.slice(7)}`;
    if (call !== 'POST /session' && !request.headers.cookie?.includes('vigil_session'))
      return answer(401, { code: 'unauthenticated' });
    const sent = text && JSON.parse(text);
    const [status, body] =
      api[call]?.(url, sent) ??
      acknowledgeCall(url, sent) ??
      patientCall(url, request.method, sent);
    if (call === 'POST /session' && status === 200)
      response.setHeader('set-cookie', 'vigil_session=fake; HttpOnly; SameSite=Strict; Path=/');
    if (call === 'DELETE /session')
      response.setHeader('set-cookie', 'vigil_session=; Max-Age=0; Path=/');
    answer(status, body);
  });

  new WebSocketServer({ server, path: '/ws/v1' }).on('connection', (socket) => {
    if (Date.now() < cutUntil) return socket.terminate();
    const session = { socket, follows: new Set() };
    sessions.add(session);
    socket.on('close', () => sessions.delete(session));
    socket.on('message', (data) => {
      const { type, patients } = JSON.parse(data);
      if (type === 'unfollow') return patients.forEach((id) => session.follows.delete(id));
      patients.forEach((id) => session.follows.add(id));
      const states = patients.map((id) => ward.summary(ward.find(id), Date.now()));
      socket.send(JSON.stringify({ type: 'snapshot', cursor: 'c', patients: states }));
    });
    socket.send(JSON.stringify({ type: 'welcome', session: 's', heartbeatSeconds: 5 }));
    heartbeat();
  });

  const tell = (frame) => sessions.forEach(({ socket }) => socket.send(JSON.stringify(frame)));
  const heartbeat = () =>
    tell({ type: 'heartbeat', cursor: 'c', watermark: Date.now() - lagMs, lagMs });

  /** Each heart has its own moment within the second, as devices have. */
  function beat() {
    const now = Date.now();
    const tick = Math.floor(now / 50);
    for (const { socket, follows } of sessions) {
      const readings = ward.patients
        .filter(({ id, number }) => follows.has(id) && (tick + number * 7) % 20 === 0)
        .map((patient) => [
          patient.id,
          'heart_rate',
          now - (lagMs > 5000 ? lagMs : 30),
          ward.reading(patient, now),
        ])
        .filter((reading) => reading[3] !== null);
      if (readings.length) socket.send(JSON.stringify({ type: 'readings', cursor: 'c', readings }));
    }
  }

  setInterval(beat, 50);
  setInterval(heartbeat, 5000);
  return new Promise((ready) => server.listen(port, '127.0.0.1', () => ready(server)));
}

function serveFile(path, response) {
  const file = join(STATIC, normalize(path));
  const found = existsSync(file) && statSync(file).isFile() ? file : join(STATIC, 'index.html');
  response.writeHead(200, { 'content-type': TYPES[extname(found)] ?? 'application/octet-stream' });
  createReadStream(found).pipe(response);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.env.FAKE_GATEWAY_PORT ?? 8099);
  await startFakeGateway(port, Number(process.env.VIGIL_PATIENTS ?? 20));
  console.log(`fake gateway with the built page: http://127.0.0.1:${port}`);
}
