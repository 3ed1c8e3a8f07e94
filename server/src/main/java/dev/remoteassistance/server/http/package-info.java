/** What every request goes through, whatever it asks for: names, operation, body, and the one form of refusal. */
package dev.remoteassistance.server.http;
