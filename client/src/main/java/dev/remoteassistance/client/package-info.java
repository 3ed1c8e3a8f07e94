/**
 * The client, which sends reports and reads sessions. Start with
 * {@link dev.remoteassistance.client.RemoteAssistanceClient}.
 */
package dev.remoteassistance.client;
