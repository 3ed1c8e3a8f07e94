// OAuth 2, authorization code with PKCE. While the issuer is asked, the tab's storage holds state and code verifier.

import {
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  calculatePKCECodeChallenge,
  discoveryRequest,
  generateRandomCodeVerifier,
  generateRandomState,
  None,
  processAuthorizationCodeResponse,
  processDiscoveryResponse,
  validateAuthResponse,
} from "./vendor/oauth4webapi.js";

const STORED = "sign-in";

/** Returns the address at which the user signs in. The view comes back with the token. */
export async function begin(settings, view) {
  const issuer = await discover(settings);
  const verifier = generateRandomCodeVerifier();
  const state = generateRandomState();
  sessionStorage.setItem(STORED, JSON.stringify({ state, verifier, view }));
  const address = new URL(issuer.authorization_endpoint);
  address.search = new URLSearchParams({
    client_id: settings.clientId,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    redirect_uri: page(),
    response_type: "code",
    scope: settings.scope,
    state,
  });
  return address.href;
}

/** Returns access token and view, by the answer of the issuer: the address to which it sent the user. */
export async function resume(settings, answer) {
  const stored = sessionStorage.getItem(STORED);
  sessionStorage.removeItem(STORED);
  if (stored === null) {
    throw new Error("this sign-in was not begun here.");
  }
  const { state, verifier, view } = JSON.parse(stored);
  const issuer = await discover(settings);
  const client = { client_id: settings.clientId };
  const parameters = validateAuthResponse(issuer, client, answer, state);
  const response = await authorizationCodeGrantRequest(
    issuer,
    client,
    None(),
    parameters,
    page(),
    verifier,
    options(settings),
  );
  const tokens = await processAuthorizationCodeResponse(issuer, client, response);
  return { accessToken: tokens.access_token, view };
}

async function discover(settings) {
  const authority = new URL(settings.authority);
  return processDiscoveryResponse(authority, await discoveryRequest(authority, options(settings)));
}

/** The server takes an authority without TLS on loopback alone. */
function options({ authority }) {
  return { [allowInsecureRequests]: authority.startsWith("http:") };
}

function page() {
  return location.origin + location.pathname;
}
