/** Gets access tokens for provider states from files and from commands. */
package dev.remoteassistance.contract.token;
