// How the page gets its access token. It keeps the token in memory alone, so a reload signs in again.

import * as oauth from "./oauth.js";

/** Returns the sign-in that the server's settings ask for. */
export function signInOf(settings, fields) {
  return settings.authority === undefined ? byToken(fields) : byAuthorizationCode(settings);
}

/** For development: the user pastes a token. */
function byToken({ part, input }) {
  let token = null;
  part.hidden = false;
  input.required = true;
  return {
    token: () => token,
    async resume() {
      return false;
    },
    async begin() {
      token = input.value.trim();
      input.value = "";
      return true;
    },
    end() {
      token = null;
      input.focus();
    },
  };
}

function byAuthorizationCode(settings) {
  let token = null;
  return {
    token: () => token,
    /** Ends a sign-in that the issuer has sent back here, and restores the view from before. */
    async resume() {
      const answer = new URL(location.href);
      if (!answer.searchParams.has("state")) {
        return false;
      }
      // No reload may use the answer again.
      history.replaceState(null, "", location.pathname);
      const { accessToken, view } = await oauth.resume(settings, answer);
      history.replaceState(null, "", location.pathname + view);
      token = accessToken;
      return true;
    },
    async begin() {
      location.assign(await oauth.begin(settings, location.hash));
      return false;
    },
    end() {
      token = null;
    },
  };
}
