/**
 * Sessions as the server reports them. Start with
 * {@link dev.remoteassistance.client.RemoteAssistanceClient#sessions RemoteAssistanceClient.sessions}.
 */
package dev.remoteassistance.client.session;
