/** Prepares a contract for a validator of requests and responses, and checks what the validator leaves out. */
package dev.remoteassistance.contract.validation;
