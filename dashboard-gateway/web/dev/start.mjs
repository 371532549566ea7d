/** Vite in front of the fake gateway: the page as one writes it, with hearts that beat. */
import { createServer } from 'vite';
import { startFakeGateway } from './gateway.mjs';

const PORT = Number(process.env.FAKE_GATEWAY_PORT ?? 8099);

await startFakeGateway(PORT, Number(process.env.VIGIL_PATIENTS ?? 20));
process.env.VIGIL_GATEWAY_URL = `http://127.0.0.1:${PORT}`;
const vite = await createServer();
await vite.listen();
vite.printUrls();
