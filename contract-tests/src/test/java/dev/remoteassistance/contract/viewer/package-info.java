/** A consumer that asks for reports of sessions, by hand and with the generated client; each test writes its pact. */
package dev.remoteassistance.contract.viewer;
