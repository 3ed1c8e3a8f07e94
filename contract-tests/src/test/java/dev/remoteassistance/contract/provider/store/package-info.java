/** What is between a server and its store, and what should be in the store. */
package dev.remoteassistance.contract.provider.store;
