// The admin API, called as a service account.
import { SERVICE } from './machine.mjs';

export class Admin {
  /** With a token of the issuer's, got with client credentials. */
  static async of(server, issuer = server.issuer, { id, secret } = SERVICE) {
    const answer = await fetch(`${issuer}/oauth/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', resource: `${server.issuer}/api/v1/admin` }),
    });
    if (answer.status !== 200) throw new Error(`no token for ${id}: ${answer.status} ${await answer.text()}`);
    return Admin.with(server, (await answer.json()).access_token);
  }

  /** With a token that somebody has. */
  static with(server, token) {
    const admin = new Admin();
    admin.base = `${server.base}/api/v1/admin`;
    admin.token = token;
    return admin;
  }

  /** The same token at another server. */
  at(server) {
    return Admin.with(server, this.token);
  }

  async call(method, path, body, headers = {}) {
    const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
    return this.send(method, path, body && JSON.stringify(body), body && type, headers);
  }

  /** A body as it is, of that media type. */
  async send(method, path, body, type, headers = {}) {
    const answer = await fetch(this.base + path, {
      method,
      headers: { authorization: `Bearer ${this.token}`, ...(type ? { 'content-type': type } : {}), ...headers },
      body,
    });
    const text = await answer.text();
    const isJson = /^application\/([a-z-]+\+)?json$/.test((answer.headers.get('content-type') ?? '').split(';')[0]);
    return { status: answer.status, headers: answer.headers, text, json: isJson && text ? JSON.parse(text) : undefined };
  }

  get(path) {
    return this.call('GET', path);
  }

  post(path, body, headers) {
    return this.call('POST', path, body, headers);
  }

  put(path) {
    return this.call('PUT', path);
  }

  patch(path, body, headers) {
    return this.call('PATCH', path, body, headers);
  }

  delete(path) {
    return this.call('DELETE', path);
  }
}
