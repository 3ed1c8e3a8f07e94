/** Edits of our own contract: each is carried without loss by model and server, or refused by the lint. */
package dev.remoteassistance.contract.edit;
