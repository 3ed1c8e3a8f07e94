// Shows the contract of the server that this page comes from. Requests that are tried go to that server, with a token
// that the user pastes; no issuer is asked.

const contract = await json("docs/openapi/remote-assistance.json");
contract.servers = [{ url: new URL(".", document.baseURI).href.replace(/\/$/, "") }];
const { components, paths } = contract;
for (const name of Object.keys(components.securitySchemes ?? {})) {
  components.securitySchemes[name] = { type: "http", scheme: "bearer", bearerFormat: "JWT" };
}
for (const operation of Object.values(paths).flatMap(Object.values)) {
  for (const { examples = {} } of Object.values(operation.requestBody?.content ?? {})) {
    for (const example of Object.values(examples)) {
      example.value = await json("docs/openapi/" + example.externalValue);
      delete example.externalValue;
    }
  }
}

globalThis.SwaggerUIBundle({
  spec: contract,
  dom_id: "#contract",
  deepLinking: true,
  // Its own would ask another host.
  validatorUrl: null,
});

async function json(address) {
  return (await fetch(address)).json();
}
