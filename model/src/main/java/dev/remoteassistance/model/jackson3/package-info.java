/** The JSON policy for Jackson 3, which others find as a service. Nothing here is loaded where there is no Jackson 3. */
package dev.remoteassistance.model.jackson3;
