import { Browser, authorization } from '../lib/browser.mjs';
import { Postgres, Server, registerWebClient } from '../lib/machine.mjs';

const REGISTERED = 'https://app.example/cb/done?x=1';
const AFTER_LOGOUT = 'https://app.example/bye';
const LEAST = 150;

export default async function (checks) {
  const postgres = await Postgres.start(checks);
  const server = await Server.serve(checks, postgres);
  registerWebClient(postgres, 'web', REGISTERED, AFTER_LOGOUT);
  const browser = new Browser();

  const good = await browser.get(authorization(server.issuer, 'web', REGISTERED, { prompt: 'none' }).url);
  checks.ok(good.location?.startsWith(REGISTERED + '&error=login_required'), `the registered one is answered: ${good.location}`);
  const mutants = mutantsOf(REGISTERED);
  for (const mutant of mutants) {
    const reply = await browser.get(authorization(server.issuer, 'web', mutant, { prompt: 'none' }).url);
    checks.ok(reply.status === 400 && !reply.location, `${JSON.stringify(mutant)} at authorize: ${reply.status} ${reply.location ?? ''}`);
  }
  const farewells = mutantsOf(AFTER_LOGOUT);
  for (const mutant of farewells) {
    const url = new URL(`${server.issuer}/oauth/logout`);
    url.searchParams.set('client_id', 'web');
    url.searchParams.set('post_logout_redirect_uri', mutant);
    const reply = await browser.get(url.href);
    checks.ok(reply.status < 500 && !reply.location, `${JSON.stringify(mutant)} at logout: ${reply.status} ${reply.location ?? ''}`);
  }
  checks.figure(`${mutants.length} mutants at authorize, ${farewells.length} at logout`);
  checks.ok(mutants.length >= LEAST && farewells.length >= LEAST, `at least ${LEAST} of each`);
}

/** Everything that looks like a registered URI and is another string. */
function mutantsOf(uri) {
  const { origin, pathname, search } = new URL(uri);
  const host = new URL(uri).host;
  const mutants = new Set();
  for (const tail of ['/', '//', '?', '#', '#x', '&', '%00', '%0a', '%0d%0aSet-Cookie:x=1', '.', ';', '@evil.example', ' ', '%20', '\t', '\\', '*', '/..', '/../', '%2e%2e/', '%2f', 'a', '&error=x', '&code=x']) mutants.add(uri + tail);
  for (const head of [' ', '\n', '\t', '/', '//', 'x', '%20', 'view-source:', 'javascript:', 'data:', 'blob:', '\u0000', '\ufeff']) mutants.add(head + uri);
  for (const scheme of ['http', 'HTTPS', 'Https', 'ftp', 'javascript', 'data', 'file', 'ws', 'wss', 'intent', 'myapp', 'httpss', '']) mutants.add(uri.replace('https', scheme));
  for (const other of ['evil.example', `evil.example/${host}`, `${host}.evil.example`, `evil.example#${host}`, `evil.example?${host}`, `${host}@evil.example`, `user@${host}`, `user:pw@${host}`, `evil.example\\@${host}`, `${host}%2eevil.example`, `${host}:443`, `${host}:80`, `${host}:8443`, `${host}:`, `www.${host}`, `${host}.`, `.${host}`, host.toUpperCase(), host.replace('a', '%61'), host.replace('app', 'аpp'), host.replace('.', '。'), '127.0.0.1', 'localhost', '[::1]', `${host}\\.evil.example`, `${host} .evil.example`, `xn--${host}`, '*.example', '*', '']) mutants.add(uri.replace(host, other));
  for (const other of [pathname.toUpperCase(), pathname + '/', '/' + pathname, pathname + '/.', pathname + '/..', '/x/..' + pathname, '/.' + pathname, '/%2e' + pathname, pathname.replace('/', '%2f'), pathname.replace('/', '\\'), pathname + ';x', pathname + '%20', pathname + '%00', pathname + 'x', pathname.slice(0, -1), '/', '', pathname + '/evil', '/..' + pathname, pathname + '/%2e%2e', pathname + '/%252e', '/*', pathname.replace(/b/, '%62'), pathname.replace(/b/, 'B')]) mutants.add(origin + other + search);
  for (const other of ['', '?', '?x=2', '?x=1&x=1', '?x=1&y=2', '?y=2&x=1', '?X=1', '?x=%31', '?%78=1', '?x=1;y', '?x=1#', '?x=1&', '?&x=1', '?x==1', '?x=1%20', '?next=//evil.example', '?x=1?x=1', '?x', '?x=']) if (origin + pathname + other !== uri) mutants.add(origin + pathname + other);
  for (let at = 0; at < uri.length; at += 1) {
    mutants.add(uri.slice(0, at) + uri.slice(at + 1));
    if (at % 2 === 0) mutants.add(uri.slice(0, at) + '%' + uri.charCodeAt(at).toString(16) + uri.slice(at + 1));
    if (/[a-z]/.test(uri[at])) mutants.add(uri.slice(0, at) + uri[at].toUpperCase() + uri.slice(at + 1));
  }
  mutants.delete(uri);
  mutants.delete('');
  return [...mutants];
}
