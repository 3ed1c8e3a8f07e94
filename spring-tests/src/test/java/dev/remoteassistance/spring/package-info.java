/** An application of Spring Boot that imports the model and configures nothing. */
package dev.remoteassistance.spring;
