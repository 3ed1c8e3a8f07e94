/** The JSON policy for Jackson 3. Nothing here is loaded where there is no Jackson 3. */
package dev.remoteassistance.model.jackson3;
