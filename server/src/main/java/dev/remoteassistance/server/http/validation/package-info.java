/** Bean Validation brought in line with the contract: lengths as JSON Schema counts them, names as on the wire. */
package dev.remoteassistance.server.http.validation;
