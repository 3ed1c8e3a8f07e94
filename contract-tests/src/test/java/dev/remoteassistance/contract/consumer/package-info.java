/** What consumers expect; their tests write the pacts. */
package dev.remoteassistance.contract.consumer;
