// Shows the contract of the server that this page comes from. Requests that are tried go to that server, with a token
// that the user pastes; no issuer is asked.

const contract = await (await fetch("docs/openapi/remote-assistance.json")).json();
contract.servers = [{ url: new URL(".", document.baseURI).href.replace(/\/$/, "") }];
const { securitySchemes = {} } = contract.components;
for (const name of Object.keys(securitySchemes)) {
  securitySchemes[name] = { type: "http", scheme: "bearer", bearerFormat: "JWT" };
}

globalThis.SwaggerUIBundle({
  spec: contract,
  dom_id: "#contract",
  deepLinking: true,
  // Its own would ask another host.
  validatorUrl: null,
});
