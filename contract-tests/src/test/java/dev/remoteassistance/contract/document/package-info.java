/** Ten thousand random documents from the client to the export. */
package dev.remoteassistance.contract.document;
