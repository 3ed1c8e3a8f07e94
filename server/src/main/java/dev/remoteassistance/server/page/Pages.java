package dev.remoteassistance.server.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.model.RemoteAssistanceSessionColumn;
import dev.remoteassistance.model.RemoteAssistanceSessionType;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.contract.Contract;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The files of pages by their paths. Immutable. */
public final class Pages {

    /** No page at all. */
    public static final Pages NONE = new Pages(Map.of());

    /** The operations that the page of sessions calls. */
    private static final String OPERATION = "getRemoteAssistanceSessionsReport";

    private static final String HISTORY = "getRemoteAssistanceSessionHistoryReport";

    private static final String SESSIONS = "/sessions";
    private static final String DOCS = "/docs";

    private static final String FILES = "/dev/remoteassistance/page";
    private static final String INDEX = "/index.html";
    private static final String CONTRACT = "/openapi/remote-assistance.json";

    /** What every page may do: load its own files, and ask its own server. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'; ";

    private static final String JSON = "application/json";

    private final Map<String, PageFile> files;

    private Pages(Map<String, PageFile> files) {
        this.files = Map.copyOf(files);
    }

    /**
     * Returns the page of sessions, {@code /sessions}.
     *
     * @param signIn how the page gets a token; if empty, its user pastes one
     */
    public static Pages sessions(Contract contract, Optional<SignIn> signIn) {
        String connections = signIn.map(issuer -> " " + issuer.origin()).orElse("");
        String policy = POLICY + "img-src 'self'; require-trusted-types-for 'script'; connect-src 'self'" + connections;
        Map<String, PageFile> files = PageFile.folder(FILES + SESSIONS + INDEX, SESSIONS, policy);
        files.put(SESSIONS + "/settings.json", new PageFile(settings(contract, signIn), JSON, policy));
        return new Pages(files);
    }

    /** Returns the page of the contract, {@code /docs}, on which its operations can be tried: for development. */
    public static Pages contract() {
        // Swagger UI's style sheet holds its pictures as data: URIs.
        String policy = POLICY + "img-src 'self' data:; connect-src 'self'";
        Map<String, PageFile> files = PageFile.folder(FILES + DOCS + INDEX, DOCS, policy);
        files.put(DOCS + CONTRACT, PageFile.of(CONTRACT, policy));
        return new Pages(files);
    }

    /** Returns what the page's scripts would otherwise have to repeat from contract and settings. */
    private static byte[] settings(Contract contract, Optional<SignIn> signIn) {
        JsonMapper mapper = JsonPolicy.newMapper();
        ObjectNode settings = mapper.createObjectNode();
        settings.put("operation", contract.operation(OPERATION).path());
        settings.put("history", contract.operation(HISTORY).path());
        settings.put("maxTop", contract.limit("ReportQuery", "top", "maximum"));
        RemoteAssistanceSessionColumn.knownValues().stream()
                .map(RemoteAssistanceSessionColumn::getValue)
                .forEach(settings.putArray("columns")::add);
        RemoteAssistanceSessionType.knownValues().stream()
                .map(RemoteAssistanceSessionType::getValue)
                .forEach(settings.putArray("sessionTypes")::add);
        ObjectNode oauth = settings.putObject("signIn");
        signIn.ifPresent(issuer -> oauth.put("authority", issuer.authority().toString())
                .put("clientId", issuer.clientId())
                .put("scope", issuer.scope()));
        try {
            return mapper.writeValueAsBytes(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The settings of the page cannot be written", e);
        }
    }

    /** Returns these pages and others. */
    public Pages and(Pages others) {
        Map<String, PageFile> all = new HashMap<>(files);
        all.putAll(others.files);
        return new Pages(all);
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    /** Returns the file at exactly this path. */
    Optional<PageFile> at(String path) {
        return Optional.ofNullable(path).map(files::get);
    }
}
