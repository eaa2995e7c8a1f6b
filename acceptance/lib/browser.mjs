// A browser without a window: cookies, redirects by hand, forms.
import crypto from 'node:crypto';

export class Browser {
  #cookies = new Map();

  constructor(headers = {}) {
    this.headers = headers;
  }

  async get(url) {
    return this.#send(url, {});
  }

  async post(url, form) {
    return this.#send(url, { method: 'POST', body: new URLSearchParams(form) });
  }

  async #send(url, init) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...this.headers, ...(cookie ? { cookie } : {}) } });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      if (/max-age=0/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const location = response.headers.get('location');
    return { status: response.status, headers: response.headers, text: await response.text(), location: location && new URL(location, url).href };
  }

  copy() {
    const copy = new Browser(this.headers);
    copy.#cookies = new Map(this.#cookies);
    return copy;
  }
}

/** Where the form of a page goes, and its hidden token. */
export function form(page, url) {
  const action = /<form[^>]*action="([^"]+)"/.exec(page.text)[1].replaceAll('&amp;', '&').replaceAll('&#61;', '=');
  const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)[1].replaceAll('&#61;', '=');
  return { action: new URL(action, url).href, csrf };
}

/** One authorization request, with PKCE. */
export function authorization(issuer, client, redirectUri, more = {}) {
  const verifier = crypto.randomBytes(32).toString('base64url');
  const url = new URL(`${issuer}/oauth/authorize`);
  const parameters = {
    client_id: client,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid email',
    state: crypto.randomBytes(8).toString('hex'),
    code_challenge: crypto.createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { url: url.href, verifier, redirectUri, client, state: parameters.state };
}

/** Opens the sign-in page of an authorization request. */
export async function signInPage(browser, request) {
  const first = await browser.get(request.url);
  const page = await browser.get(first.location);
  return { ...form(page, first.location), url: first.location, page };
}

/** Signs in and returns the code. */
export async function signIn(browser, request, { email, password }) {
  const page = await signInPage(browser, request);
  const posted = await browser.post(page.action, { username: email, password, csrf: page.csrf });
  if (posted.status !== 303) throw new Error(`sign-in answered ${posted.status}`);
  const back = await browser.get(posted.location);
  return new URL(back.location).searchParams.get('code');
}

export async function redeem(issuer, request, code) {
  const response = await fetch(`${issuer}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'authorization_code', code, client_id: request.client, redirect_uri: request.redirectUri, code_verifier: request.verifier }),
  });
  return { status: response.status, json: await response.json() };
}

export async function userinfo(issuer, token) {
  return (await fetch(`${issuer}/oauth/userinfo`, { headers: { authorization: `Bearer ${token}` } })).status;
}
