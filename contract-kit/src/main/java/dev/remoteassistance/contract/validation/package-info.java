/** A contract in the form in which a validator of requests and answers reads it, and what the validator leaves out. */
package dev.remoteassistance.contract.validation;
