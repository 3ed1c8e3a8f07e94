/** The states that a provider is asked to prepare, with really signed tokens. */
package dev.remoteassistance.contract.state;
