package dev.remoteassistance.testing;

import dev.remoteassistance.server.auth.CallerKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Asks for an access token of the test's server, for a parameter of type {@link String}. It is really signed. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface ReportToken {

    /** Whether it is a user's or an application's token. Default: a user's. */
    CallerKind kind() default CallerKind.USER;

    /** Id of the tenant. Default: {@link TestServer#TENANT}. */
    String tenant() default TestServer.TENANT;

    /** Permissions of the token. Default: the least permissions of all operations together. */
    String[] permissions() default {};

    /** Whether the token has expired. */
    boolean expired() default false;
}
