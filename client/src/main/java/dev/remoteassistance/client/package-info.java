/**
 * The client for the action {@code reportRemoteAssistance}. Start with
 * {@link dev.remoteassistance.client.RemoteAssistanceClient}.
 */
package dev.remoteassistance.client;
