package dev.remoteassistance.testing;

import dev.remoteassistance.server.auth.CallerKind;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test its own server, as a parameter of type {@link TestServer}, and tokens for it, as parameters with
 * {@link ReportToken}. The server stops after the test.
 *
 * <pre>{@code
 * @ExtendWith(RemoteAssistanceServerExtension.class)
 * class HelperTest {
 *     @Test
 *     void reports(TestServer server, @ReportToken String token) { … }
 * }
 * }</pre>
 */
public final class RemoteAssistanceServerExtension implements ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(RemoteAssistanceServerExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestServer.class || type == String.class && parameter.isAnnotated(ReportToken.class);
    }

    // JUnit 5 lacks the method that replaces the deprecated one.
    @SuppressWarnings("deprecation")
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestServer server = context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(TestServer.class, type -> TestServer.start(), TestServer.class);
        return parameter
                .findAnnotation(ReportToken.class)
                .<Object>map(token -> token(server, token))
                .orElse(server);
    }

    private static String token(TestServer server, ReportToken token) {
        CallerKind kind = token.kind();
        return token.expired()
                ? server.expiredToken(kind, token.tenant(), token.permissions())
                : server.token(kind, token.tenant(), token.permissions());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        TestServer server = context.getStore(NAMESPACE).remove(TestServer.class, TestServer.class);
        if (server != null) {
            server.close();
        }
    }
}
